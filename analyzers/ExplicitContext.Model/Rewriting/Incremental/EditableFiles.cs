using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Safety;
using ExplicitContext.Model.Rewriting.Stored;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Incremental;

/// <summary>What a run leaves so that after an edit of bodies in one file no more than that file has to be looked at.</summary>
/// <param name="Files">What was generated for the files that have a part in the closure, and why.</param>
/// <param name="Others">The files that cannot be looked at by themselves.</param>
/// <param name="Limits">What an edit of one of these must leave alone.</param>
internal sealed record EditableFiles(IReadOnlyDictionary<SyntaxTree, StoredFile> Files, IReadOnlyCollection<SyntaxTree> Others, EditLimits Limits)
{
    /// <summary>What the last draft of a run leaves.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="closure">Whom it is about.</param>
    /// <param name="left">Members that were asked for and have no overload, though nothing was refused: what is said of them depends on where they call.</param>
    /// <param name="trouble">What earlier drafts ran into.</param>
    /// <param name="findings">The findings that belong to no overload.</param>
    /// <param name="contexts">What is a context.</param>
    /// <param name="run">Names the symbols, and knows the bodies.</param>
    public static EditableFiles Of(
        Draft draft, Closure closure, IEnumerable<IMethodSymbol> left, GenerationTrouble trouble, IEnumerable<GenerationFinding> findings, ContextModel contexts, GenerationRun run)
    {
        var plans = draft.Overloads.Select(overload => overload.Plan).ToList();
        var others = new HashSet<SyntaxTree>(trouble.Files);
        others.UnionWith(left.Select(member => closure.ReachingFacts(member)?.Declaration.SyntaxTree).OfType<SyntaxTree>());
        others.UnionWith(closure.HandWritten.Read.Select(body => body.Declaration.SyntaxTree));

        // What stands under which scope is told by places. Where the ambient has changed at the end, places do not matter.
        others.UnionWith(closure.Bodies.Where(body => closure.Switches(body.Member) && !closure.Leaks(body.Member)).Select(body => body.Declaration.SyntaxTree));
        others.UnionWith(closure.Bodies.Select(body => BodySource.FilesOf(body.Member, body.Declaration)).Where(trees => trees.Length > 1).SelectMany(trees => trees));
        var files = new Dictionary<SyntaxTree, StoredFile>();
        var overloads = draft.Overloads.ToLookup(overload => overload.Plan.Facts.Declaration.SyntaxTree);
        var rivalled = new HashSet<IMethodSymbol>(plans.Where(Rivals.HasRival).Select(plan => plan.Member), SymbolEqualityComparer.Default);
        var hints = draft.Written.ToDictionary(written => written.Plans[0].Facts.Declaration.SyntaxTree, written => written.File.HintName);
        foreach (var bodies in closure.Bodies.GroupBy(body => body.Declaration.SyntaxTree).ToList())
        {
            var members = bodies.Select(run.MemberOf).ToList();
            var storage = new FileStorage(run.Ids, contexts, new(run.Ids, contexts, [bodies.Key]));
            var stored = overloads[bodies.Key].Select(overload => overload.Decisions.Any(decided => rivalled.Contains(decided.Call.Named)) ? null : storage.Store(overload)).ToList();
            if (members.Contains(null) || stored.Contains(null))
            {
                others.Add(bodies.Key);
                continue;
            }

            files.Add(bodies.Key, new(
                hints.TryGetValue(bodies.Key, out var hint) ? hint : null,
                new([.. members.OfType<StoredMember>()]),
                new([.. stored.OfType<StoredOverload>()]),
                new([.. overloads[bodies.Key].SelectMany(overload => overload.Findings)])));
        }

        // An abstract member has no body in the closure, but an overload may be declared beside it.
        others.UnionWith(overloads.Select(file => file.Key).Where(tree => !files.ContainsKey(tree)));
        return new(files, others, new(
            [.. trouble.Members.SelectMany(member => GenerationReads.NamesOf(member, isReaching: true)).Concat(draft.Planner.TriedNames.Except(plans.Select(plan => plan.Overload))).Distinct()],
            OverloadName.ByName(plans),
            plans.Any(plan => plan.Member.MethodKind == MethodKind.Constructor),
            plans.Any(plan => IndexerUnit.Is(plan.Member)),
            new([.. findings.Concat(overloads.Where(file => others.Contains(file.Key)).SelectMany(file => file).SelectMany(overload => overload.Findings))])));
    }
}
