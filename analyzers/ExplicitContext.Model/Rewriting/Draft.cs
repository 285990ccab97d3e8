using System.Collections.Immutable;
using ExplicitContext.Model.Rewriting.Scopes;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>One round of generation: every planned overload, written.</summary>
internal sealed class Draft
{
    public Draft(ContextModel contexts, Closure closure, Planner planner, ContextLookup lookup, Verdicts verdicts)
    {
        Planner = planner;
        var findings = ImmutableArray.CreateBuilder<GenerationFinding>();
        var scoping = ImmutableArray.CreateBuilder<(MemberPlan, ImmutableArray<GenerationFinding>)>();
        var texts = new List<(MemberPlan Plan, OverloadText Text)>();
        var expressions = new ContextExpressions(closure, lookup);
        foreach (var plan in planner.Emitted)
        {
            if (plan.Body != OverloadBody.Rewritten)
            {
                texts.Add((plan, OverloadText.For(new(plan, ContextName.ForHeader(plan.Context, plan.Member), [], planner, expressions))));
                findings.AddRange(ScopeReports.Of(plan, verdicts));
                continue;
            }

            var name = ContextName.For(plan.Context, plan.Facts.Declaration, plan.Facts.Model, plan.Facts.Reads.Where(read => read.Rest.Length == 0 && read.Wanted == plan.Context).Select(read => read.Site));
            var rewriter = new SiteRewriter(plan, name, closure, planner, lookup);
            texts.Add((plan, OverloadText.For(new(plan, name, rewriter.Rewrite(), planner, expressions))));
            findings.AddRange(rewriter.Findings);
            if (rewriter.NeedsScope && planner.CanBeScoped(plan))
            {
                scoping.Add((plan, [.. rewriter.Findings]));
            }
        }

        NeedingScopes = scoping.ToImmutable();
        findings.AddRange(planner.RefusedFamilies);
        Findings = findings.ToImmutable();
        var hints = new HintNames();
        var order = contexts.Compilation.SyntaxTrees.Select((tree, index) => (tree, index)).ToDictionary(pair => pair.tree, pair => pair.index);
        var trees = texts.GroupBy(text => text.Plan.Facts.Declaration.SyntaxTree).OrderBy(group => group.Key.FilePath, StringComparer.Ordinal).ThenBy(group => order[group.Key]);
        Written = [.. trees.Select(group => (
            File: new OverloadFile(hints.For(group.Key.FilePath), new OverloadFileWriter(group.Key, group.First().Plan.Facts.Model).Write([.. group.OrderBy(text => text.Plan.Facts.Declaration.SpanStart)])),
            Plans: group.Select(text => text.Plan).ToImmutableArray()))];
    }

    public Planner Planner { get; }

    /// <summary>Each generated file with the plans that it carries out.</summary>
    public ImmutableArray<(OverloadFile File, ImmutableArray<MemberPlan> Plans)> Written { get; }

    public ImmutableArray<OverloadFile> Files => [.. Written.Select(written => written.File)];

    /// <summary>The members of which something stays as it was that would find the right ambient if the original were called under a scope.</summary>
    public ImmutableArray<(MemberPlan Plan, ImmutableArray<GenerationFinding> Sites)> NeedingScopes { get; }

    /// <summary>The sites that stay as they were.</summary>
    public ImmutableArray<GenerationFinding> Findings { get; }
}
