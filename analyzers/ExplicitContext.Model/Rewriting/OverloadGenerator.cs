using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>Generates the context-passing overloads of a compilation.</summary>
public static class OverloadGenerator
{
    private const int MaximumRounds = 8;

    /// <summary>
    /// Plans, rewrites and writes. Whatever would not compile, or would change what an existing call means, is taken out again with a finding,
    /// and what relied on it is planned anew.
    /// </summary>
    public static GenerationResult Generate(ContextModel contexts, CancellationToken cancellationToken)
    {
        var requested = Requests.In(contexts, cancellationToken);
        if (requested.IsEmpty)
        {
            return GenerationResult.Empty;
        }

        var lookup = new ContextLookup(contexts);
        var closure = new Closure(requested, contexts, lookup, cancellationToken);
        var refused = new Dictionary<IMethodSymbol, string>(SymbolEqualityComparer.Default);
        for (var round = 1; ; round++)
        {
            var draft = new Draft(contexts, closure, new(closure, lookup, contexts, refused), lookup);
            var harm = round < MaximumRounds ? OverloadSafety.HarmOf(draft, contexts.Compilation, cancellationToken) : [];
            if (harm.Count == 0)
            {
                return new(new(draft.Files), new([.. draft.Findings.Concat(RequestsLeft(requested, closure, draft.Planner)).Distinct()]));
            }

            foreach (var (member, reason) in harm)
            {
                refused[member] = reason;
            }
        }
    }

    /// <summary>What was asked for and cannot be had: refused as a whole, or with nothing in it that could be rewritten.</summary>
    private static IEnumerable<GenerationFinding> RequestsLeft(ImmutableArray<IMethodSymbol> requested, Closure closure, Planner planner)
    {
        foreach (var facts in requested.Select(closure.ReachingFacts).OfType<BodyFacts>().Where(facts => planner.PlanOf(facts.Member) is null))
        {
            if (planner.RefusalOf(facts.Member) is { } refusal)
            {
                yield return refusal;
                continue;
            }

            foreach (var read in facts.Reads)
            {
                if (KeptSites.ReasonFor(read) is { } reason)
                {
                    yield return KeptSites.Finding(facts, read.Site, reason);
                }
            }

            foreach (var call in facts.Calls.Where(closure.Reaches))
            {
                if (KeptSites.ReasonForCallee(call, planner) is { } reason)
                {
                    yield return KeptSites.Finding(facts, call.Site, reason);
                }
            }
        }
    }
}
