using System.Collections.Immutable;
using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Incremental;
using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Scopes;
using ExplicitContext.Model.Rewriting.Texts;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>One round of generation: every planned overload, written.</summary>
internal sealed class Draft
{
    private readonly Closure closure;
    private readonly Verdicts verdicts;
    private readonly OverloadWriting writing;
    private readonly List<DraftedOverload> overloads = [];
    private readonly List<(MemberPlan, ImmutableArray<GenerationFinding>)> needingScopes = [];
    private readonly List<(MemberPlan, Exception)> faults = [];

    public Draft(ContextModel contexts, Closure closure, Planner planner, ContextLookup lookup, Verdicts verdicts, GenerationRun run)
    {
        Planner = planner;
        this.closure = closure;
        this.verdicts = verdicts;
        writing = new(new(closure.Given, lookup), lookup);
        foreach (var plan in planner.Emitted)
        {
            try
            {
                run.OnStep(GenerationStep.Writing, plan.Member);
                overloads.Add(plan.Body == OverloadBody.Rewritten ? Rewritten(plan) : Forwarding(plan));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                faults.Add((plan, exception));
            }
        }

        var hints = new HintNames();
        var order = contexts.Compilation.SyntaxTrees.Select((tree, index) => (tree, index)).ToDictionary(pair => pair.tree, pair => pair.index);
        var trees = overloads.GroupBy(overload => overload.Plan.Facts.Declaration.SyntaxTree).OrderBy(group => group.Key.FilePath, StringComparer.Ordinal).ThenBy(group => order[group.Key]);
        Written = [.. trees.Select(group => (
            File: OverloadWriting.FileOf(hints.For(group.Key.FilePath), group.Key, run.Nullable, [.. group.Select(overload => overload.Written)]),
            Plans: group.Select(overload => overload.Plan).ToImmutableArray()))];
    }

    public Planner Planner { get; }

    /// <summary>Each generated file with the plans that it carries out.</summary>
    public ImmutableArray<(GeneratedFile File, ImmutableArray<MemberPlan> Plans)> Written { get; }

    public ImmutableArray<GeneratedFile> Files => [.. Written.Select(written => written.File)];

    /// <summary>The members of which something stays as it was that would find the right ambient if the original were called under a scope.</summary>
    public ImmutableArray<(MemberPlan Plan, ImmutableArray<GenerationFinding> Sites)> NeedingScopes => [.. needingScopes];

    /// <summary>The members whose overload could not be written because of a fault.</summary>
    public ImmutableArray<(MemberPlan Plan, Exception Exception)> Faults => [.. faults];

    /// <summary>The overloads, each with what was decided for it.</summary>
    public IReadOnlyList<DraftedOverload> Overloads => overloads;

    /// <summary>The sites that stay as they were.</summary>
    public IEnumerable<GenerationFinding> Findings => overloads.SelectMany(overload => overload.Findings);

    private DraftedOverload Forwarding(MemberPlan plan)
    {
        var hides = HiddenOverloads.Hides(plan, Planner);
        return new(writing.Forward(plan, hides), hides, NeedsScope: false, [], [.. ScopeReports.Of(plan, verdicts)]);
    }

    private DraftedOverload Rewritten(MemberPlan plan)
    {
        var hides = HiddenOverloads.Hides(plan, Planner);
        var decisions = new List<(CallFact, CallDecision)>();
        var rewritten = writing.Rewrite(plan, hides, Decide);
        if (rewritten.NeedsScope && Planner.CanBeScoped(plan))
        {
            needingScopes.Add((plan, [.. rewritten.Findings]));
        }

        return new(rewritten.Overload, hides, rewritten.NeedsScope, decisions, rewritten.Findings);

        CallDecision? Decide(CallFact call)
        {
            var decision = CallDecision.Of(call, closure, Planner);
            if (decision is not null)
            {
                decisions.Add((call, decision));
            }

            return decision;
        }
    }
}
