using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>One round of generation: every planned overload, written.</summary>
internal sealed class Draft
{
    public Draft(ContextModel contexts, Closure closure, Planner planner, ContextLookup lookup)
    {
        Planner = planner;
        var findings = ImmutableArray.CreateBuilder<GenerationFinding>();
        var texts = new List<(MemberPlan Plan, OverloadText Text)>();
        foreach (var plan in planner.Emitted)
        {
            var name = ContextName.For(plan.Context, plan.Facts.Declaration, plan.Facts.Model, plan.Facts.Reads.Where(read => read.Rest.Length == 0 && read.Wanted == plan.Context).Select(read => read.Site));
            var rewriter = new SiteRewriter(plan, name, closure, planner, lookup);
            texts.Add((plan, OverloadText.For(plan, name, rewriter.Rewrite())));
            findings.AddRange(rewriter.Findings);
        }

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

    /// <summary>The sites that stay as they were.</summary>
    public ImmutableArray<GenerationFinding> Findings { get; }
}
