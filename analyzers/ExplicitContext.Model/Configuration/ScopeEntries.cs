using ExplicitContext.Model.Ambient;

namespace ExplicitContext.Model.Configuration;

/// <summary>Finds the lines whose <c>entered-by</c> names what cannot enter a context.</summary>
internal static class ScopeEntries
{
    public static IEnumerable<ConfigurationProblem> ProblemsOf(ConfigurationIndex index, ContextModel contexts)
    {
        foreach (var (symbol, entry) in index.ExactSymbols)
        {
            if (entry is { EnteredBy: not null, TakesBack: false, IsOfPack: false }
                && contexts.GetAmbientAccessor(symbol) is { } accessor
                && AmbientScope.Of(accessor with { EnteredBy = entry.EnteredBy }, contexts, out var fault) is null)
            {
                yield return new(entry.Path, entry.Line, entry.EnteredByAt.Column, entry.EnteredByAt.Length, ConfigurationProblemKind.DoesNotResolve, fault!);
            }
        }
    }
}
