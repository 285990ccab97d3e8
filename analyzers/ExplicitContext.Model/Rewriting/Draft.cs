using System.Collections.Immutable;
using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Rewriting.Incremental;
using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Scopes;
using ExplicitContext.Model.Rewriting.Texts;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>One round of generation: every planned overload, written.</summary>
internal sealed class Draft
{
    public Draft(ContextModel contexts, Closure closure, Planner planner, ContextLookup lookup, Verdicts verdicts, GenerationRun run)
    {
        Planner = planner;
        var findings = ImmutableArray.CreateBuilder<GenerationFinding>();
        var scoping = ImmutableArray.CreateBuilder<(MemberPlan, ImmutableArray<GenerationFinding>)>();
        var faults = ImmutableArray.CreateBuilder<(MemberPlan, Exception)>();
        var overloads = new List<WrittenOverload>();
        var expressions = new ContextExpressions(closure, lookup);
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

        NeedingScopes = scoping.ToImmutable();
        findings.AddRange(planner.RefusedFamilies);
        Findings = findings.ToImmutable();
        Faults = faults.ToImmutable();
        var hints = new HintNames();
        var order = contexts.Compilation.SyntaxTrees.Select((tree, index) => (tree, index)).ToDictionary(pair => pair.tree, pair => pair.index);
        var trees = overloads.GroupBy(overload => overload.Plan.Facts.Declaration.SyntaxTree).OrderBy(group => group.Key.FilePath, StringComparer.Ordinal).ThenBy(group => order[group.Key]);
        Written = [.. trees.Select(group => (
            File: new GeneratedFile(hints.For(group.Key.FilePath), new OverloadFileWriter(group.Key, group.First().Plan.Facts.Model, run.Nullable).Write([.. group.OrderBy(overload => overload.Plan.Facts.Declaration.SpanStart)])),
            Plans: group.Select(overload => overload.Plan).ToImmutableArray()))];

        WrittenOverload Forwarding(MemberPlan plan)
        {
            findings.AddRange(ScopeReports.Of(plan, verdicts));
            return OverloadText.For(new(plan, ContextName.ForHeader(plan.Context, plan.Member), [], planner, expressions)).Write();
        }

        WrittenOverload Rewritten(MemberPlan plan)
        {
            var name = ContextName.For(plan.Context, plan.Facts.Declaration, plan.Facts.Reads.Where(read => read.Rest.Length == 0 && read.Wanted == plan.Context && ReboundScopes.Around(read.Site, plan.Rebound) is null));
            var rewriter = new SiteRewriter(plan, name, closure, planner, lookup);
            var overload = OverloadText.For(new(plan, name, rewriter.Rewrite(), planner, expressions)).Write();
            findings.AddRange(rewriter.Findings);
            if (rewriter.NeedsScope && planner.CanBeScoped(plan))
            {
                scoping.Add((plan, [.. rewriter.Findings]));
            }

            return overload;
        }
    }

    public Planner Planner { get; }

    /// <summary>Each generated file with the plans that it carries out.</summary>
    public ImmutableArray<(GeneratedFile File, ImmutableArray<MemberPlan> Plans)> Written { get; }

    public ImmutableArray<GeneratedFile> Files => [.. Written.Select(written => written.File)];

    /// <summary>The members of which something stays as it was that would find the right ambient if the original were called under a scope.</summary>
    public ImmutableArray<(MemberPlan Plan, ImmutableArray<GenerationFinding> Sites)> NeedingScopes { get; }

    /// <summary>The members whose overload could not be written because of a fault.</summary>
    public ImmutableArray<(MemberPlan Plan, Exception Exception)> Faults { get; }

    /// <summary>The sites that stay as they were.</summary>
    public ImmutableArray<GenerationFinding> Findings { get; }
}
