using System.Collections.Immutable;
using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Stored;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model.Rewriting.Incremental;

/// <summary>One compilation in its turn: what was known before, and what it adds.</summary>
internal sealed class GenerationRun
{
    private readonly GenerationMemory memory;
    private readonly ProjectFiles project;
    private readonly Dictionary<SyntaxTree, ProjectFile> files;
    private readonly Dictionary<GeneratedFile, SyntaxTree> generated = [];
    private readonly CSharpParseOptions? options;
    private readonly CancellationToken cancellationToken;

    public GenerationRun(GenerationMemory memory, ProjectFiles project, ContextModel contexts, NullableContextOptions nullable, CancellationToken cancellationToken)
    {
        this.memory = memory;
        this.project = project;
        this.cancellationToken = cancellationToken;
        files = project.Files.ToDictionary(file => file.Tree);
        options = project.Files.FirstOrDefault()?.Tree.Options as CSharpParseOptions;
        Contexts = memory.ContextsOf(project, () => KnownContexts.Of(contexts, project.Context));
        Ids = new(contexts.Compilation);
        Nullable = nullable;
    }

    /// <summary>The names of this compilation's symbols.</summary>
    public SymbolIds Ids { get; }

    /// <summary>What the project says of null checks, which are left out here.</summary>
    public NullableContextOptions Nullable { get; }

    /// <summary>The contexts of the project.</summary>
    public KnownContexts Contexts { get; }

    /// <summary>Whether a file of the project declares an ambient accessor, by its text.</summary>
    public bool DeclaresAccessors => project.Files.Any(file => file.Facts.Accessors.Count > 0);

    public KnownFile Known(SyntaxTree tree) => memory.Of(tree);

    /// <summary>What the bodies in a file depend on, besides its text; where they run what other files say, also on these.</summary>
    public ulong KeyOf(ImmutableArray<SyntaxTree> bodies) => bodies.Skip(1).Aggregate(
        new Fingerprint(Contexts.Hash).Add(KeyOf(bodies[0])),
        (sum, other) => sum.Add(files[other].Id).Add(KeyOf(other))).Value;

    /// <summary>What the meaning of a file depends on once something is generated, besides its text.</summary>
    public ulong KeyOf(SyntaxTree tree, DeclarationIndex index) => new Fingerprint(Contexts.Hash).Add(index.KeyOf(memory.FactsOf(tree, cancellationToken))).Value;

    /// <summary>A number that no other file has, nor the same file with another text.</summary>
    public ulong IdOf(SyntaxTree tree) => files[tree].Id;

    /// <summary>What is declared once the trees are generated.</summary>
    public DeclarationIndex IndexWith(IEnumerable<SyntaxTree> trees) => memory.IndexWith(project, [.. trees.Select(tree => memory.FactsOf(tree, cancellationToken))]);

    /// <summary>A hash of what a generated tree declares.</summary>
    public ulong DeclarationsIn(SyntaxTree tree) => memory.FactsOf(tree, cancellationToken).DeclarationHash;

    /// <summary>A generated file as a tree: that of the last run where it is the same.</summary>
    public SyntaxTree Parse(GeneratedFile file)
    {
        if (!generated.TryGetValue(file, out var tree))
        {
            tree = memory.Generated.TryGetValue(file, out var last) && Equals(last.Options, options) ? last : CSharpSyntaxTree.ParseText(NullableChecks.Without(file.Text), options, file.HintName, cancellationToken: cancellationToken);
            generated.Add(file, tree);
        }

        return tree;
    }

    /// <summary>What a body does, wherever in its file it does it; null where it is not known by one file alone, or has no name.</summary>
    public StoredMember? MemberOf(BodyFacts facts) =>
        BodySource.FilesOf(facts.Member, facts.Declaration) is { Length: 1 } files && Ids.Of(facts.Member) is { } id && Known(files[0]).Bodies(KeyOf(files)).TryGetValue(id, out var body)
            ? new(id, body.WithoutPlaces(), ShapeObstacles.ReasonAgainst(facts))
            : null;

    public void OnBound(string path, int bodies) => memory.Observer?.OnBound(path, bodies);

    public void OnStep(GenerationStep step, ISymbol member) => (memory.Observer as IGenerationObserver)?.OnStep(step, member.Name);

    /// <summary>Leaves to the next run what this one has found out.</summary>
    public void End() => memory.Keep(generated);

    private ulong KeyOf(SyntaxTree tree) => memory.KeyOf(files[tree].Facts, project.Index);
}
