using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Rewriting.Families;
using ExplicitContext.Model.Rewriting.Incremental;
using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Stored;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Safety;

/// <summary>
/// Proves a draft harmless before it is emitted: the generated code compiles, and every use of a name that gains an overload still means what it
/// meant. What was proved of a file holds until its text changes, or the declaration of a name that it mentions.
/// </summary>
internal sealed class OverloadSafety
{
    private readonly Draft draft;
    private readonly Compilation compilation;
    private readonly Compilation augmented;
    private readonly IReadOnlyList<SyntaxTree> generated;
    private readonly DeclarationIndex declared;
    private readonly IReadOnlyList<MemberPlan> plans;
    private readonly Dictionary<SymbolId, MemberPlan> byId = [];
    private readonly GenerationRun run;
    private readonly CancellationToken cancellationToken;

    private OverloadSafety(Draft draft, Compilation compilation, GenerationRun run, CancellationToken cancellationToken)
    {
        this.draft = draft;
        this.compilation = compilation;
        this.run = run;
        this.cancellationToken = cancellationToken;
        plans = [.. draft.Written.SelectMany(written => written.Plans)];
        generated = [.. draft.Written.Select(written => run.Parse(written.File))];
        augmented = Augmented.With(compilation, generated);
        declared = run.IndexWith(generated);
        foreach (var plan in plans)
        {
            if (run.Ids.Of(plan.Member) is { } id)
            {
                byId[id] = plan;
            }
        }
    }

    /// <summary>The overloads that do harm.</summary>
    public static IReadOnlyList<Harm> HarmOf(Draft draft, Compilation compilation, GenerationRun run, CancellationToken cancellationToken)
    {
        if (draft.Written.IsEmpty)
        {
            return [];
        }

        var harm = new Dictionary<MemberPlan, Harm>();
        foreach (var found in new OverloadSafety(draft, compilation, run, cancellationToken).All())
        {
            if (!harm.TryGetValue(found.Plan, out var known) || (known.IsGuess && !found.IsGuess))
            {
                harm[found.Plan] = found;
            }
        }

        return harm.Values.Any(found => !found.IsGuess) ? [.. harm.Values.Where(found => !found.IsGuess)] : [.. harm.Values];
    }

    private IEnumerable<Harm> All()
    {
        var byName = plans.ToLookup(plan => plan.Overload, StringComparer.Ordinal);
        var overloads = OverloadName.ByName(plans);
        var lookedUp = plans.Where(plan => plan.Overload == plan.Member.Name).ToLookup(plan => plan.Overload, StringComparer.Ordinal);
        var names = ProjectHash.Sum(plans.Select(plan => Fingerprint.Of($"{plan.Overload} {run.Ids.Of(plan.Member)}")));
        return Enumerable.Range(0, generated.Count).SelectMany(Errors)
            .Concat(FamilyErrors.In(draft, compilation, augmented, cancellationToken).Select(found => new Harm(found.Plan, CompileErrors.ReasonFor(found.Plan, found.Error), CompileErrors.Advice, HarmCause.Declaration)))
            .Concat(HiddenCalls.In(plans, draft.Planner).Select(Hidden))
            .Concat(new Rivals(draft.Planner, augmented, cancellationToken).In(plans).Select(Rivalled))
            .Concat(compilation.SyntaxTrees.SelectMany(tree => Remembered(tree, run.Known(tree).NamedUses, run.KeyOf(tree, declared), () => Named(tree, byName, overloads))))
            .Concat(compilation.SyntaxTrees.SelectMany(tree => Remembered(tree, run.Known(tree).UnnamedUses, run.KeyOf(tree, declared), () => Unnamed(tree))))
            .Concat(compilation.SyntaxTrees.SelectMany(tree => Remembered(tree, run.Known(tree).Lookups, new Fingerprint(run.KeyOf(tree, declared)).Add(names).Value, () => LookedUp(tree, lookedUp))));
    }

    /// <summary>What does not compile is the overload's fault only where the original does.</summary>
    private IEnumerable<Harm> Errors(int file)
    {
        var tree = generated[file];
        var original = draft.Written[file].Plans[0].Facts.Declaration.SyntaxTree;
        var key = new Fingerprint(run.KeyOf(tree, declared)).Add(run.KeyOf([original])).Add(run.IdOf(original)).Value;
        return Remembered(original, run.Known(tree).Errors, key, () =>
        {
            run.OnBound(tree.FilePath, draft.Written[file].Plans.Length);
            return CompileErrors.In(augmented.GetSemanticModel(tree), draft.Written[file].Plans, cancellationToken);
        });
    }

    private IEnumerable<Harm> Named(SyntaxTree tree, ILookup<string, MemberPlan> byName, ILookup<string, OverloadName> overloads)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var uses = NamedUses.In(tree.GetRoot(cancellationToken), overloads);
        if (uses.Count == 0)
        {
            return [];
        }

        run.OnBound(tree.FilePath, 1);
        return NamedUses.Changed(uses, byName, compilation.GetSemanticModel(tree), augmented.GetSemanticModel(tree), cancellationToken).Select(found => Changes((found.Plan, found.Use)) with { IsGuess = found.IsGuess });
    }

    private IEnumerable<Harm> Unnamed(SyntaxTree tree)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return UnnamedUses.Changed(plans, tree, compilation, augmented, cancellationToken).Select(Changes);
    }

    private IEnumerable<Harm> LookedUp(SyntaxTree tree, ILookup<string, MemberPlan> byName) =>
        from found in ReflectionUses.In(tree.GetRoot(cancellationToken), () => compilation.GetSemanticModel(tree), byName.Contains, cancellationToken)
        from plan in byName[found.Name]
        where found.Type is null || SymbolEqualityComparer.Default.Equals(plan.Member.ContainingType, found.Type.OriginalDefinition)
        select new Harm(plan, $"With an overload of '{MemberNames.Of(plan.Member)}', the reflection at {PlaceOf(found.Use)} would find two methods.", "Hand it the parameter types, or rename one of the two.", HarmCause.Name);

    private IEnumerable<Harm> Remembered(SyntaxTree source, Recent<ulong, StoredHarms> known, ulong key, Func<IEnumerable<Harm>> find)
    {
        if (known.Find(key) is { } stored && stored.Items.Items.All(item => byId.ContainsKey(item.Member)))
        {
            return stored.Items.Items.Select(item => new Harm(byId[item.Member], item.Reason, item.Advice, item.Cause) { Source = source, IsGuess = item.IsGuess });
        }

        var found = find().ToList();
        if (found.All(harm => run.Ids.Of(harm.Plan.Member) is not null))
        {
            known.Set(key, new(new([.. found.Select(harm => new StoredHarm(run.Ids.Of(harm.Plan.Member)!, harm.Reason, harm.Advice, harm.Cause, harm.IsGuess))])));
        }

        return found.Select(harm => harm with { Source = source });
    }

    private static Harm Changes((MemberPlan Plan, SyntaxNode Use) found) =>
        new(found.Plan, $"An overload of '{MemberNames.Of(found.Plan.Member)}' would change what '{found.Use}' means at {PlaceOf(found.Use)}.", "Rename one of the two, or write the overload by hand.", HarmCause.Name);

    private static Harm Rivalled((MemberPlan Callee, SyntaxNode Call) found) =>
        new(found.Callee, $"Another method would take the call at {PlaceOf(found.Call)} in place of an overload of '{MemberNames.Of(found.Callee.Member)}'.", "Rename one of the two.", HarmCause.Name) { Source = found.Call.SyntaxTree };

    private static Harm Hidden((MemberPlan Callee, INamedTypeSymbol HiddenBy, SyntaxNode Call) found) =>
        new(found.Callee, $"A member of '{found.HiddenBy.Name}' would take the call at {PlaceOf(found.Call)} in place of an overload of '{MemberNames.Of(found.Callee.Member)}'.", "Rename one of the two.", HarmCause.Name) { Source = found.Call.SyntaxTree };

    private static string PlaceOf(SyntaxNode use)
    {
        var at = use.GetLocation().GetLineSpan();
        return $"{Path.GetFileName(at.Path)}:{at.StartLinePosition.Line + 1}";
    }
}
