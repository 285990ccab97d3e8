using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Availability;

/// <summary>Follows derivations: readonly members that lead from one context to a wider one.</summary>
internal sealed class DerivationFinder(ContextModel contexts)
{
    private const int MaximumLength = 4;
    private const int CostOfOne = 2;

    /// <summary>Whether a value of the type is a context, from which a way could begin.</summary>
    public bool CanLead(ITypeSymbol type) => Lineage(type).Any(lineal => contexts.GetContextType(lineal) is not null);

    /// <summary>The shortest way from a candidate to a wanted context, or null.</summary>
    public AvailableContext? Lead(ContextCandidate candidate, Func<ContextType, bool> isWanted)
    {
        var frontier = new List<(ContextType Type, string Expression)>();
        foreach (var type in Lineage(candidate.Type))
        {
            if (contexts.GetContextType(type) is { } context)
            {
                if (isWanted(context))
                {
                    return new(candidate.Expression, context, candidate.Symbol, candidate.Cost);
                }

                frontier.Add((context, candidate.Expression));
            }
        }

        for (var length = 1; length <= MaximumLength && frontier.Count > 0; length++)
        {
            frontier = [.. frontier.SelectMany(reached => Step(reached.Type, reached.Expression))];
            foreach (var (type, expression) in frontier)
            {
                if (isWanted(type))
                {
                    return new(expression, type, candidate.Symbol, candidate.Cost + (length * CostOfOne));
                }
            }
        }

        return null;
    }

    /// <summary>The type itself, its base types and its interfaces: an instance of a derived type is a context too.</summary>
    private static IEnumerable<INamedTypeSymbol> Lineage(ITypeSymbol type)
    {
        for (var current = type as INamedTypeSymbol; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            yield return current;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            yield return implemented;
        }
    }

    private IEnumerable<(ContextType Type, string Expression)> Step(ContextType origin, string expression) =>
        from member in origin.Type.GetMembers()
        let context = contexts.DerivationOf(member, origin)
        where context is not null && contexts.Compilation.IsSymbolAccessibleWithin(member, contexts.Compilation.Assembly)
        select (context, $"{expression}.{Names.Escaped(member.Name)}");
}
