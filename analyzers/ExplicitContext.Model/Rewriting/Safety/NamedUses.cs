using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Safety;

/// <summary>The uses of a name that gains an overload.</summary>
internal static class NamedUses
{
    /// <summary>The uses in a file that an overload could take.</summary>
    public static IReadOnlyList<SimpleNameSyntax> In(SyntaxNode root, ILookup<string, OverloadName> overloads) =>
        [.. root.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => overloads[name.Identifier.ValueText].Any(overload => !LacksArguments(name, overload)))];

    /// <summary>Those that mean something else beside the overloads of a draft, each with the plans that are to blame, and whether these were only guessed by the name.</summary>
    public static IEnumerable<(MemberPlan Plan, SyntaxNode Use, bool IsGuess)> Changed(
        IEnumerable<SimpleNameSyntax> names, ILookup<string, MemberPlan> byName, SemanticModel before, SemanticModel after, CancellationToken cancellationToken) =>
        from changed in Changed(names, before, after, cancellationToken)
        let blamed = Blamed([.. byName[changed.Before.Name]], changed.After, changed.Before)
        from plan in blamed.Plans
        select (plan, changed.Name.Parent is MemberAccessExpressionSyntax access ? (SyntaxNode)access : changed.Name, blamed.IsGuess);

    /// <summary>Those that mean something else in another compilation.</summary>
    public static IEnumerable<(SimpleNameSyntax Name, IMethodSymbol Before, SymbolInfo After)> Changed(
        IEnumerable<SimpleNameSyntax> names, SemanticModel before, SemanticModel after, CancellationToken cancellationToken)
    {
        foreach (var name in names)
        {
            var needsNaturalType = NeedsNaturalType(before, name, cancellationToken);
            if ((before.GetSymbolInfo(name, cancellationToken).Symbol ?? (needsNaturalType ? before.GetMemberGroup(name, cancellationToken).FirstOrDefault() : null)) is IMethodSymbol method
                && after.GetSymbolInfo(name, cancellationToken) is var found
                && (needsNaturalType || found.Symbol?.OriginalDefinition.GetDocumentationCommentId() != method.OriginalDefinition.GetDocumentationCommentId()))
            {
                yield return (name, method, found);
            }
        }
    }

    /// <summary>Whether a method is what a plan describes. They are of two compilations, so types are compared by how they are written.</summary>
    public static bool IsOverload(IMethodSymbol method, MemberPlan plan) =>
        method.Parameters.Length > plan.ContextOrdinal
        && method.ContainingType.ToDisplayString() == plan.Member.ContainingType.ToDisplayString()
        && method.Parameters.RemoveAt(plan.ContextOrdinal).Select(parameter => parameter.Type.ToDisplayString()).SequenceEqual(plan.Member.Parameters.Select(parameter => parameter.Type.ToDisplayString()));

    /// <summary>
    /// Whether a call has fewer arguments than an overload demands, so that it cannot go there. An overload of a new name is another matter: by being there it hides what
    /// enclosing and base types call so.
    /// </summary>
    private static bool LacksArguments(SimpleNameSyntax name, OverloadName overload) =>
        overload.IsUsual
        && Called(name).Parent is InvocationExpressionSyntax { ArgumentList.Arguments.Count: var arguments } call && call.Expression == Called(name)
        && arguments + (overload.IsExtension ? 1 : 0) < overload.Arguments;

    private static ExpressionSyntax Called(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax binding => binding,
        _ => name,
    };

    /// <summary>Of the plans for a name, those whose overloads the use has come to mean, or cannot be told from; where none is, those of the type, or else all: what has changed may be an argument.</summary>
    private static (IReadOnlyList<MemberPlan> Plans, bool IsGuess) Blamed(IReadOnlyList<MemberPlan> plans, SymbolInfo found, IMethodSymbol before)
    {
        var meant = (found.Symbol is { } symbol ? [symbol] : found.CandidateSymbols).OfType<IMethodSymbol>().Select(method => (method.ReducedFrom ?? method).OriginalDefinition).ToList();
        var chosen = plans.Where(plan => meant.Exists(method => IsOverload(method, plan))).ToList();
        return chosen.Count > 0 ? (chosen, false)
            : plans.Where(plan => plan.Member.ContainingType.Name == before.ContainingType.Name).ToList() is { Count: > 0 } ofType ? (ofType, false)
            : (plans, true);
    }

    /// <summary>Whether a method group becomes a <c>Delegate</c> or an object, for which it must have no overloads.</summary>
    private static bool NeedsNaturalType(SemanticModel before, SimpleNameSyntax name, CancellationToken cancellationToken)
    {
        var group = Called(name);
        return group.Parent is not InvocationExpressionSyntax
            && before.GetTypeInfo(group, cancellationToken).ConvertedType is { TypeKind: TypeKind.Class or TypeKind.Interface };
    }
}
