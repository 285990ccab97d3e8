using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Safety;
using ExplicitContext.Model.Rewriting.Stored;
using ExplicitContext.Model.Rewriting.Texts;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Incremental;

/// <summary>
/// Generates after an edit of bodies in one file. Where these do what they did, perhaps elsewhere in the file, all decisions hold: only this file's overloads are written and
/// proved anew. Where anything else comes of it, there is no result, and the whole must be generated.
/// </summary>
internal sealed class EditedFile(GenerationOutcome last, ProjectFiles project, FileEdit edit, ContextModel contexts, GenerationRun run, CancellationToken cancellationToken)
{
    private readonly ContextLookup lookup = new(contexts);
    private readonly BodyStorage storage = new(run.Ids, contexts, [edit.File.Tree]);

    /// <summary>The outcome for the file as it is now, or null.</summary>
    public GenerationOutcome? Generate()
    {
        if (BodiesIfAsBefore() is not { } bodies || Rewrite(bodies) is not { } rewritten)
        {
            return null;
        }

        var file = edit.Stored.HintName is { } hint && rewritten.Count > 0 ? OverloadWriting.FileOf(hint, edit.File.Tree, run.Nullable, [.. rewritten.Select(overload => overload.Overload)]) : null;
        if (!IsProved(file, [.. rewritten.Select(overload => overload.Overload.Plan)]))
        {
            return null;
        }

        var findings = rewritten.SelectMany(overload => overload.Findings).ToList();
        var result = GeneratedParts.Of(FilesWith(file), findings.Concat(last.FindingsBeside(edit.Before)).Concat(last.Limits.Findings.Items), lacksBodies: false);
        return last.After(edit, project, edit.Stored with { Findings = new([.. findings]) }, result);
    }

    private IEnumerable<GeneratedFile> FilesWith(GeneratedFile? edited) => last.Result.Files.Items.Select(file => file.HintName == edited?.HintName ? edited : file);

    /// <summary>What the bodies do, where that is what they did.</summary>
    private Dictionary<SymbolId, BodyFacts>? BodiesIfAsBefore()
    {
        var source = new BodySource(new(contexts, lookup, new(contexts)), run, cancellationToken);
        var bodies = new Dictionary<SymbolId, BodyFacts>();
        foreach (var member in edit.Stored.Members)
        {
            if (run.Ids.Find(member.Member) is not IMethodSymbol symbol
                || source.Of(symbol) is not { } facts
                || !member.Equals(run.MemberOf(facts)))
            {
                return null;
            }

            bodies.Add(member.Member, facts);
        }

        return bodies;
    }

    private List<RewrittenOverload>? Rewrite(Dictionary<SymbolId, BodyFacts> bodies)
    {
        var writing = new OverloadWriting(new(new(contexts, lookup), lookup), lookup);
        var files = new FileStorage(run.Ids, contexts, storage);
        var rewritten = new List<RewrittenOverload>();
        foreach (var overload in edit.Stored.Overloads)
        {
            if (files.Restore(overload, bodies[overload.Member]) is not { } plan)
            {
                return null;
            }

            var decisions = overload.Decisions.Items.ToDictionary(decision => decision.Call, files.Restore);
            run.OnStep(GenerationStep.Writing, plan.Member);
            var written = writing.Rewrite(plan, overload.Hides, call => storage.Store(call) is { } stored && decisions.TryGetValue(stored.WithoutPlace(), out var decision) ? decision : null);
            if (written.NeedsScope && !overload.NeedsScope)
            {
                return null;
            }

            rewritten.Add(written);
        }

        return rewritten;
    }

    /// <summary>Whether what is generated now compiles, declares what it did, and leaves what is written in the file its meaning.</summary>
    private bool IsProved(GeneratedFile? file, IReadOnlyList<MemberPlan> plans)
    {
        var augmented = Augmented.With(contexts.Compilation, FilesWith(file).Select(run.Parse));
        return (file is null || IsProved(file, plans, augmented)) && !ChangesUses(augmented);
    }

    private bool IsProved(GeneratedFile file, IReadOnlyList<MemberPlan> plans, Compilation augmented)
    {
        var (before, now) = (last.Result.Files.Items.First(other => other.HintName == file.HintName), run.Parse(file));
        if (run.DeclarationsIn(run.Parse(before)) != run.DeclarationsIn(now))
        {
            return false;
        }

        run.OnBound(now.FilePath, plans.Count);
        return !CompileErrors.In(augmented.GetSemanticModel(now), plans, cancellationToken).Any();
    }

    private bool ChangesUses(Compilation augmented)
    {
        var tree = edit.File.Tree;
        var uses = NamedUses.In(tree.GetRoot(cancellationToken), last.Limits.Overloads);
        if (uses.Count > 0)
        {
            run.OnBound(tree.FilePath, 1);
        }

        return (uses.Count > 0 && NamedUses.Changed(uses, contexts.Compilation.GetSemanticModel(tree), augmented.GetSemanticModel(tree), cancellationToken).Any())
            || UnnamedUses.Changed(tree, last.Limits.HasConstructors, last.Limits.HasIndexers, contexts.Compilation, augmented, cancellationToken).Any()
            || ReflectionUses.In(tree.GetRoot(cancellationToken), () => contexts.Compilation.GetSemanticModel(tree), name => last.Limits.Overloads[name].Any(overload => overload.IsUsual), cancellationToken).Any();
    }
}
