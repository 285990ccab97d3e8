using System.Collections.Immutable;
using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Rewriting.Incremental;
using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Safety;
using ExplicitContext.Model.Rewriting.Texts;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>Generates the context-passing overloads of a compilation.</summary>
internal static class OverloadGenerator
{
    private const int MaximumRounds = 10;

    /// <summary>
    /// Plans, rewrites and writes. Whatever would not compile, or would change what an existing call means, is taken out again with a finding,
    /// and what relied on it is planned anew.
    /// </summary>
    internal static (GeneratedParts Result, GenerationReads Reads) Generate(ContextModel contexts, GenerationRun run, CancellationToken cancellationToken)
    {
        var requested = Requests.In(contexts, cancellationToken);
        if (requested.IsEmpty)
        {
            return (GeneratedParts.Empty, GenerationReads.Nothing);
        }

        var lookup = new ContextLookup(contexts);
        var closure = new Closure(requested, contexts, lookup, run, cancellationToken);
        var verdicts = new Verdicts();
        var trouble = new GenerationTrouble();
        for (var round = 1; ; round++)
        {
            var draft = new Draft(contexts, closure, new(closure, lookup, contexts, verdicts, run, cancellationToken), lookup, verdicts, run);
            if (!draft.Faults.IsEmpty)
            {
                foreach (var (plan, exception) in draft.Faults)
                {
                    trouble.Add(plan);
                    verdicts.Fail(plan.Member, Refusals.Fault(plan.Member, exception));
                }

                continue;
            }

            if (round < MaximumRounds && !draft.NeedingScopes.IsEmpty)
            {
                foreach (var (plan, sites) in draft.NeedingScopes)
                {
                    trouble.Add(plan);
                    verdicts.Scope(plan.Member, sites[0].Message, sites);
                }

                continue;
            }

            var harm = round < MaximumRounds ? OverloadSafety.HarmOf(draft, contexts.Compilation, run, cancellationToken) : [];
            if (harm.Count == 0)
            {
                var findings = closure.Faults.Concat(draft.Planner.RefusedFamilies).Concat(draft.Planner.Renamings).Concat(RequestsLeft(requested, closure, draft.Planner))
                    .Concat(new EmptyRequests(closure, draft.Planner, contexts, run).In(requested))
                    .Where(finding => finding.Rule != GenerationFinding.NotPartial).Concat(draft.Planner.TypesInTheWay).ToList();
                var left = requested.Where(member => draft.Planner.PlanOf(member) is null && draft.Planner.RefusalOf(member) is null);
                var editable = round < MaximumRounds && !closure.Faults.Any() ? EditableFiles.Of(draft, closure, left, trouble, findings, contexts, run) : null;
                return (GeneratedParts.Of(draft.Files, draft.Findings.Concat(findings), lacksBodies: false), GenerationReads.Of(closure, draft.Planner, contexts, run, EmptyRequests.NamesBehind(findings), editable));
            }

            foreach (var found in harm)
            {
                trouble.Add(found);
                if (found.Cause == HarmCause.Body && draft.Planner.CanBeScoped(found.Plan))
                {
                    verdicts.Scope(found.Plan.Member, found.Message, []);
                }
                else if (found.Cause == HarmCause.Name && draft.Planner.CanBeRenamed(found.Plan))
                {
                    verdicts.Rename(found.Plan.Member, found.Reason);
                }
                else
                {
                    verdicts.Refuse(found.Plan.Member, found.Message);
                }
            }
        }
    }

    /// <summary>What was asked for and cannot be had: refused as a whole, or with nothing in it that could be rewritten.</summary>
    private static IEnumerable<GenerationFinding> RequestsLeft(ImmutableArray<IMethodSymbol> requested, Closure closure, Planner planner)
    {
        foreach (var member in requested.Where(member => planner.PlanOf(member) is null))
        {
            if (planner.RefusalOf(member) is { } refusal)
            {
                yield return refusal;
                continue;
            }

            if (closure.ReachingFacts(member) is not { } facts || closure.HasAllItReads(member))
            {
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
