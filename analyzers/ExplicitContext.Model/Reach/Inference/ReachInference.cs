using System.Collections.Concurrent;
using System.Collections.Immutable;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Reach.Carrying;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model.Reach.Inference;

/// <summary>
/// Infers who reaches an ambient accessor, for one compilation after another of the same project. Each step is a pure function of what its key stands
/// for, so the result is that of a cold run; only what an edit can have changed is computed anew. Holds no compilation. Safe for concurrent use.
/// </summary>
/// <param name="facts">The facts of trees, shared by all projects.</param>
/// <param name="references">The facts of references, shared by all projects.</param>
/// <param name="bindings">The summaries of trees, shared by all projects.</param>
public sealed class ReachInference(TreeFactsTable facts, ReferenceFactsTable references, BindingTable bindings)
{
    private readonly Recent<ulong, DeclarationIndex> indexes = new();
    private readonly Recent<ulong, NamePass> passes = new();
    private readonly Recent<ulong, DispatchEdges> dispatch = new();
    private readonly Recent<ulong, ReachOutcome> outcomes = new();
    private readonly MarkedTrees declaring = new(["AmbientAccessor"]);
    private readonly Recent<ulong, DeclaredAccessors> accessors = new();

    /// <summary>The tables of a compilation.</summary>
    /// <param name="compilation">The compilation, without what is generated for it.</param>
    /// <param name="configuration">The configuration of its project.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public ReachTables Infer(Compilation compilation, ContextConfiguration configuration, CancellationToken cancellationToken)
    {
        // Where nothing is ambient, the least is asked for first: whoever asks first for a type, has the compiler read all references.
        var referenced = references.Of(compilation);
        var declared = DeclaredIn(compilation, configuration, referenced, cancellationToken);
        if (!IsAnythingAmbient(configuration, declared, referenced) || !CanCarry(compilation))
        {
            return ReachTables.Empty;
        }

        var trees = Concurrently(compilation, compilation.SyntaxTrees, cancellationToken)
            .Select(tree => new KeyValuePair<SyntaxTree, TreeFacts>(tree, facts.Of(tree, cancellationToken))).ToImmutableArray();
        var own = trees.Select(tree => tree.Value).ToList();
        var foreign = compilation.References.OfType<CompilationReference>()
            .SelectMany(reference => reference.Compilation.SyntaxTrees)
            .Select(tree => facts.Of(tree, cancellationToken))
            .ToList();
        var context = ProjectHash.Of(compilation, configuration, referenced);
        var declarations = new Fingerprint(ProjectHash.Sum(own.Select(tree => tree.DeclarationHash))).Add(ProjectHash.Sum(foreign.Select(tree => tree.DeclarationHash))).Value;
        var index = indexes.GetOrAdd(declarations, () => new(own.Concat(foreign)));

        var world = declared.Items.Aggregate(new Fingerprint(declarations).Add(context), (sum, name) => sum.Add(name.Name)).Value;
        var pass = passes.GetOrAdd(world, () => new(index, own, Seeds(compilation, configuration, declared, foreign, referenced)));
        var key = new Fingerprint(world).Add(ProjectHash.Sum(Concurrently(compilation, own, cancellationToken).Select(pass.HashOf))).Value;
        if (outcomes.Find(key) is { } known && known.Trees == TreesOf(known.Hashes))
        {
            return known.Tables;
        }

        compilation = WithoutNullChecks(compilation);

        // Which member is the entry point can change by a declaration that nobody mentions.
        context = new Fingerprint(context).Add(index.KeyOf("Main")).Value;
        var contexts = new Lazy<ContextModel>(() => ContextModel.Create(compilation, configuration, cancellationToken));
        var keys = new MemberKeys();
        var followed = new HashSet<string>(referenced.Where(reference => reference.KnowsAnnotations).Select(reference => reference.Assembly), StringComparer.Ordinal) { compilation.Assembly.Name };
        var edges = new Lazy<DispatchEdges>(() => dispatch.GetOrAdd(world, () => EdgesOf(compilation, trees, keys, IsFollowed, cancellationToken)));
        var models = new ConcurrentDictionary<SyntaxTree, SemanticModel>();
        var open = new ConcurrentDictionary<SyntaxTree, PartSummarizer>();
        var isAnyUsed = new Lazy<bool>(() => trees.Any(tree => tree.Value.GlobalMentions.Count > 0 && tree.Key.GetRoot(cancellationToken).ChildNodes().Any(MembersInReach.IsStaticUsing)));
        var canSlice = compilation.GetTypesByMetadataName("System.Range").Length > 0;
        var related = new RelatedTypes(index, pass, new(() => edges.Value.Types.Items));
        var receivers = new ConcurrentDictionary<SyntaxTree, MentionedReceivers>();
        var search = new ReachSearch(trees, pass.Search(own, related), ReceiversAt, (tree, spans) => bindings.Of(trees[tree].Key).GetOrBind(
            new Fingerprint(index.KeyOf(own[tree])).Add(context).Value,
            spans,
            missing => bindings.Bind(open.GetOrAdd(trees[tree].Key, file => new(ModelOf(file), contexts.Value, keys, IsFollowed)), missing, cancellationToken)));
        search.Run(new(edges, KeysIn(referenced)), compilation.Options.ConcurrentBuild, cancellationToken);

        var tables = ReachJoin.Join(compilation, search.Members, edges, referenced, contexts);
        var hashes = new HashSet<ulong>(search.Trees.Select(tree => pass.HashOf(own[tree])));
        outcomes.Set(key, new(hashes, TreesOf(hashes), tables));
        return tables;

        SemanticModel ModelOf(SyntaxTree file) => models.GetOrAdd(file, known => compilation.GetSemanticModel(known));

        bool IsFollowed(IAssemblySymbol? assembly) => assembly is not null && followed.Contains(assembly.Name);

        ImmutableArray<string> ReceiversAt(Suspect suspect) => receivers
            .GetOrAdd(trees[suspect.Tree].Key, file => new(file.GetRoot(cancellationToken), related, new(ModelOf(file), isAnyUsed), canSlice))
            .Of(own[suspect.Tree].Bodies[suspect.Body].Span, pass.NameOf(suspect.Name));

        ulong TreesOf(HashSet<ulong> seen) => ProjectHash.Sum(trees.Where(tree => seen.Contains(pass.HashOf(tree.Value))).Select(tree => bindings.Of(tree.Key).Id));
    }

    /// <summary>The accessors that the compilation declares by attribute. Files in which the word does not stand are only searched.</summary>
    private EquatableArray<ReachableName> DeclaredIn(
        Compilation compilation, ContextConfiguration configuration, ImmutableArray<ReferenceFacts> referenced, CancellationToken cancellationToken)
    {
        var files = declaring.In(compilation, cancellationToken);
        return files.IsEmpty
            ? default
            : accessors.GetOrAdd(
                new Fingerprint(ProjectHash.Of(compilation, configuration, referenced)).Add(ProjectHash.Sum(files.Select(file => file.Hash))).Value,
                () => new(new([.. MarkedTrees.With([KnownAttributes.AmbientAccessor], files.Select(file => file.Tree), compilation, cancellationToken)
                    .Select(accessor => new ReachableName(accessor.Name, accessor.ContainingType?.Name))]))).Names;
    }

    /// <summary>Who is called does not depend on what may be null, and to find that out costs as much again as to bind.</summary>
    private static Compilation WithoutNullChecks(Compilation compilation) => compilation.Options is CSharpCompilationOptions { NullableContextOptions: not NullableContextOptions.Disable } options
        ? compilation.WithOptions(options.WithNullableContextOptions(NullableContextOptions.Disable))
        : compilation;

    /// <summary>The annotations must be those of the package: what declares them itself, or has them from before reach was carried, gets nothing.</summary>
    private static bool CanCarry(Compilation compilation) =>
        new[] { KnownAttributes.AmbientReach, KnownAttributes.LocalAmbientReach }.All(name =>
            compilation.GetTypeByMetadataName($"{KnownAttributes.Namespace}.{name}") is { DeclaredAccessibility: Accessibility.Public } type
            && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly));

    private static bool IsAnythingAmbient(ContextConfiguration configuration, EquatableArray<ReachableName> declared, ImmutableArray<ReferenceFacts> referenced) =>
        declared.Count > 0
        || configuration.Entries.Items.Any(entry => entry.Kind == EntryKind.Ambient)
        || referenced.Any(reference => reference.KnowsAnnotations && (!reference.Accessors.IsEmpty || !reference.Tables.IsEmpty));

    private static IEnumerable<ReachableName> Seeds(
        Compilation compilation, ContextConfiguration configuration, EquatableArray<ReachableName> declared, List<TreeFacts> foreign, ImmutableArray<ReferenceFacts> referenced) =>
        declared.Items
            .Concat(AccessorNames.Configured(configuration, compilation))
            .Concat(foreign.SelectMany(tree => tree.Accessors.Items))
            .Concat(referenced.SelectMany(reference => reference.Accessors))
            .Concat(
                from reference in referenced
                from table in reference.Tables
                from line in table.Read(reference.Assembly)
                from key in line.Step == ReachStep.Reads ? [line.Key, line.NextKey] : new[] { line.Key }
                let name = MemberId.Parse(key)!.NameInCode
                from called in new[] { name, ImpliedNames.CallOn(name) }
                select new ReachableName(called, null))
            .Distinct();

    private static IEnumerable<string> KeysIn(ImmutableArray<ReferenceFacts> referenced) =>
        from reference in referenced
        from table in reference.Tables
        from line in table.Read(reference.Assembly)
        select line.Key;

    /// <summary>
    /// What the framework and other strangers to the toolkit declare is implemented everywhere, such as <c>ToString</c> and <c>Dispose</c>: following it
    /// would tie everything to everything. A call that is bound to the override itself is followed.
    /// </summary>
    private static DispatchEdges EdgesOf(
        Compilation compilation, ImmutableArray<KeyValuePair<SyntaxTree, TreeFacts>> trees, MemberKeys keys, Func<IAssemblySymbol, bool> isFollowed, CancellationToken cancellationToken)
    {
        var tables = Concurrently(compilation, trees.Where(tree => tree.Value.Headers.Items.Any(header => header.Bases.Count > 0)), cancellationToken)
            .Select(tree => DispatchTable.Of(compilation.GetSemanticModel(tree.Key), keys, isFollowed, cancellationToken))
            .ToList();
        return new(
            new([.. tables.SelectMany(table => table.Edges)]),
            new([.. tables.SelectMany(table => table.Types)]));
    }

    private static ParallelQuery<T> Concurrently<T>(Compilation compilation, IEnumerable<T> items, CancellationToken cancellationToken) =>
        compilation.Options.ConcurrentBuild
            ? items.AsParallel().AsOrdered().WithCancellation(cancellationToken)
            : items.AsParallel().AsOrdered().WithCancellation(cancellationToken).WithDegreeOfParallelism(1);

    private sealed record DeclaredAccessors(EquatableArray<ReachableName> Names);
}
