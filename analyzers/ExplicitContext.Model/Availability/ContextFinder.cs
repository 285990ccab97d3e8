using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model.Availability;

/// <summary>
/// Finds what context is at hand at a point of a program. Whatever it answers can be written there: in scope, accessible, definitely assigned,
/// not null as far as the declaration says, and not hidden by another name.
/// </summary>
public sealed class ContextFinder(SemanticModel model, ContextModel contexts)
{
    /// <summary>The nearest context that a predicate accepts, or null. Of equally near ones, the one with the conventional name.</summary>
    /// <param name="at">The node in whose place the context is wanted.</param>
    /// <param name="isWanted">Which contexts will do.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public AvailableContext? Find(SyntaxNode at, Func<ContextType, bool> isWanted, CancellationToken cancellationToken)
    {
        var derivations = new DerivationFinder(contexts);
        AvailableContext? best = null;
        foreach (var candidate in new ScopeWalker(model, at, cancellationToken).Candidates().Concat(Members(at, derivations)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (best is not null && candidate.Cost > best.Cost)
            {
                continue;
            }

            if (derivations.Lead(candidate, isWanted) is { } found && IsNearer(found, best) && IsUsable(found, candidate, at, cancellationToken))
            {
                best = found;
            }
        }

        return best;
    }

    /// <summary>The nearest context of one type, or null.</summary>
    public AvailableContext? Find(SyntaxNode at, ContextType wanted, CancellationToken cancellationToken) =>
        Find(at, candidate => SymbolEqualityComparer.Default.Equals(candidate.Type, wanted.Type), cancellationToken);

    private static bool IsNearer(AvailableContext found, AvailableContext? best) =>
        best is null
        || found.Cost < best.Cost
        || (found.Cost == best.Cost && found.Root.Name == found.ContextType.ParameterName && best.Root.Name != best.ContextType.ParameterName);

    private bool IsUsable(AvailableContext found, ContextCandidate candidate, SyntaxNode at, CancellationToken cancellationToken) =>
        candidate.Symbol is ITypeSymbol
        || (model.LookupSymbols(at.SpanStart, name: candidate.Symbol.Name) is [var visible]
            && (SymbolEqualityComparer.Default.Equals(visible, candidate.Symbol) || found.Expression.StartsWith("this.", StringComparison.Ordinal))
            && new Assignment(model, at).IsCertain(candidate, cancellationToken)
            && !MayBeNull(candidate, at));

    /// <summary>What a parameter or member declares was looked at; of a local, declared by <c>var</c>, <c>out</c> or a pattern, the compiler's flow analysis tells.</summary>
    private bool MayBeNull(ContextCandidate candidate, SyntaxNode at) =>
        candidate.Symbol is ILocalSymbol
        && model.GetSpeculativeTypeInfo(at.SpanStart, SyntaxFactory.ParseExpression(candidate.Expression), SpeculativeBindingOption.BindAsExpression)
            .Nullability.FlowState == NullableFlowState.MaybeNull;

    private IEnumerable<ContextCandidate> Members(SyntaxNode at, DerivationFinder derivations) =>
        InstanceScope.Of(model, at) is { } scope ? scope.Candidates(derivations.CanLead) : [];
}
