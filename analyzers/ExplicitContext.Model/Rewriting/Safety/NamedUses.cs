using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Safety;

/// <summary>The uses of a name that gains an overload.</summary>
internal static class NamedUses
{
    /// <summary>The uses in a file.</summary>
    public static IReadOnlyList<SimpleNameSyntax> In(SyntaxNode root, ILookup<string, MemberPlan> byName) =>
        [.. root.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => byName.Contains(name.Identifier.ValueText))];

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

    /// <summary>Whether a method group becomes a <c>Delegate</c> or an object, for which it must have no overloads.</summary>
    private static bool NeedsNaturalType(SemanticModel before, SimpleNameSyntax name, CancellationToken cancellationToken)
    {
        ExpressionSyntax group = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return group.Parent is not InvocationExpressionSyntax
            && before.GetTypeInfo(group, cancellationToken).ConvertedType is { TypeKind: TypeKind.Class or TypeKind.Interface };
    }
}
