using System.Runtime.CompilerServices;
using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Incremental;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Incremental;

/// <summary>
/// What one run of a project leaves to the next. It goes with the files; besides, the trees that were generated last are kept, which belong to no compilation. Safe for
/// concurrent use.
/// </summary>
/// <param name="facts">What files declare and mention.</param>
/// <param name="observer">Is told what is done; null where nobody asks.</param>
internal sealed class GenerationMemory(TreeFactsTable facts, IBindingObserver? observer)
{
    private readonly ConditionalWeakTable<SyntaxTree, KnownFile> files = new();
    private readonly ConditionalWeakTable<DeclarationIndex, ConditionalWeakTable<TreeFacts, object>> keys = new();
    private readonly Recent<ulong, DeclarationIndex> indexes = new();
    private readonly Recent<ulong, KnownContexts> contexts = new();
    private volatile Dictionary<GeneratedFile, SyntaxTree> generated = [];

    /// <summary>Is told what is done.</summary>
    public IBindingObserver? Observer => observer;

    /// <summary>The generated trees of the last run.</summary>
    public IReadOnlyDictionary<GeneratedFile, SyntaxTree> Generated => generated;

    public KnownFile Of(SyntaxTree tree) => files.GetValue(tree, _ => new());

    public TreeFacts FactsOf(SyntaxTree tree, CancellationToken cancellationToken) => facts.Of(tree, cancellationToken);

    /// <summary>What is declared in a project together with what is generated for it.</summary>
    public DeclarationIndex IndexWith(ProjectFiles project, IReadOnlyCollection<TreeFacts> added) => indexes.GetOrAdd(
        new Fingerprint(project.Declarations).Add(ProjectHash.Sum(added.Select(file => file.DeclarationHash))).Value,
        () => new(project.Files.Select(file => file.Facts).Concat(project.Foreign).Concat(added)));

    /// <summary>The contexts of a project, which depend on its declarations.</summary>
    public KnownContexts ContextsOf(ProjectFiles project, Func<KnownContexts> find) =>
        contexts.GetOrAdd(new Fingerprint(project.Context).Add(project.Declarations).Value, find);

    /// <summary>What the bodies in a file depend on outside of it: the names that it mentions, those that overloads of such would have, and those whose overloads they would be.</summary>
    public ulong KeyOf(TreeFacts file, DeclarationIndex index) => (ulong)keys.GetOrCreateValue(index).GetValue(
        file,
        mentioning => mentioning.Mentions.Items.Aggregate(index.KeyOf(mentioning), (sum, name) => sum + index.KeyOf("Get" + name) + index.KeyOf("Set" + name) + KeyOfUsual(name, index)));

    /// <summary>Keeps the generated trees of a run, and forgets those of earlier ones.</summary>
    public void Keep(Dictionary<GeneratedFile, SyntaxTree> trees) => generated = trees;

    /// <summary>The members, and the properties, whose overloads a name may stand for that is not the usual one.</summary>
    private static ulong KeyOfUsual(string name, DeclarationIndex index)
    {
        var sum = 0UL;
        foreach (var usual in OwnNames.UsualIn(name))
        {
            sum += index.KeyOf(usual) + (usual.Length > 3 ? index.KeyOf(usual.Substring(3)) : 0);
        }

        return sum;
    }
}
