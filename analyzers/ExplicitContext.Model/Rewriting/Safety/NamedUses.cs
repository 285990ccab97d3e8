using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Safety;

/// <summary>The uses of a name that gains an overload.</summary>
internal static class NamedUses
{
    /// <summary>The uses in a file that an overload could take.</summary>
    public static IReadOnlyList<SimpleNameSyntax> In(SyntaxNode root, ILookup<string, MemberPlan> byName) =>
        [.. root.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => byName.Contains(name.Identifier.ValueText) && !byName[name.Identifier.ValueText].All(plan => LacksArguments(name, plan)))];

    /// <summary>Those that mean something else beside the overloads of a draft, each with the plan that is to blame.</summary>
    public static IEnumerable<(MemberPlan Plan, SyntaxNode Use)> Changed(
        IEnumerable<SimpleNameSyntax> names, ILookup<string, MemberPlan> byName, SemanticModel before, SemanticModel after, CancellationToken cancellationToken)
    {
        foreach (var name in names)
        {
            var needsNaturalType = NeedsNaturalType(before, name, cancellationToken);
            if ((before.GetSymbolInfo(name, cancellationToken).Symbol ?? (needsNaturalType ? before.GetMemberGroup(name, cancellationToken).FirstOrDefault() : null)) is IMethodSymbol method
                && (after.GetSymbolInfo(name, cancellationToken).Symbol?.OriginalDefinition.GetDocumentationCommentId() != method.OriginalDefinition.GetDocumentationCommentId()
                    || needsNaturalType)
                && (byName[method.Name].FirstOrDefault(plan => plan.Member.ContainingType.Name == method.ContainingType.Name) ?? byName[method.Name].FirstOrDefault()) is { } plan)
            {
                yield return (plan, name.Parent is MemberAccessExpressionSyntax access ? access : name);
            }
        }
    }

    /// <summary>
    /// Whether a call has fewer arguments than an overload demands, so that it cannot go there. An overload of a new name is another matter: by being there it hides what
    /// enclosing and base types call so.
    /// </summary>
    private static bool LacksArguments(SimpleNameSyntax name, MemberPlan plan) =>
        plan.Overload == plan.Member.Name
        && Called(name).Parent is InvocationExpressionSyntax { ArgumentList.Arguments.Count: var arguments } call && call.Expression == Called(name)
        && arguments + (plan.Member.IsExtensionMethod ? 1 : 0) < plan.Member.Parameters.Count(parameter => parameter is { IsOptional: false, IsParams: false }) + 1;

    private static ExpressionSyntax Called(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax binding => binding,
        _ => name,
    };

    /// <summary>Whether a method group becomes a <c>Delegate</c> or an object, for which it must have no overloads.</summary>
    private static bool NeedsNaturalType(SemanticModel before, SimpleNameSyntax name, CancellationToken cancellationToken)
    {
        var group = Called(name);
        return group.Parent is not InvocationExpressionSyntax
            && before.GetTypeInfo(group, cancellationToken).ConvertedType is { TypeKind: TypeKind.Class or TypeKind.Interface };
    }
}
