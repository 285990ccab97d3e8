using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Reach.Inference;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Incremental;

/// <summary>Reads what is known of one compilation after another without binding; each tree and each reference is looked at once. Safe for concurrent use; keeps none alive.</summary>
internal sealed class ProjectFilesReader(TreeFactsTable facts, ReferenceFactsTable references)
{
    private readonly ConditionalWeakTable<SyntaxTree, ProjectFile> files = new();
    private readonly Recent<ulong, DeclarationIndex> indexes = new();
    private long lastId;

    public ProjectFiles Read(Compilation compilation, ContextConfiguration configuration, CancellationToken cancellationToken)
    {
        var own = compilation.SyntaxTrees.Select(tree => FileOf(tree, cancellationToken)).ToImmutableArray();
        var foreign = compilation.References.OfType<CompilationReference>()
            .SelectMany(reference => reference.Compilation.SyntaxTrees)
            .Select(tree => facts.Of(tree, cancellationToken))
            .ToList();
        var declarations = new Fingerprint(ProjectHash.Sum(own.Select(file => file.Facts.DeclarationHash))).Add(ProjectHash.Sum(foreign.Select(tree => tree.DeclarationHash))).Value;
        var index = indexes.GetOrAdd(declarations, () => new(own.Select(file => file.Facts).Concat(foreign)));
        return new(own, index, [.. foreign], declarations, ProjectHash.Of(compilation, configuration, references.Of(compilation)));
    }

    private ProjectFile FileOf(SyntaxTree tree, CancellationToken cancellationToken) => files.TryGetValue(tree, out var known) ? known : Add(tree, facts.Of(tree, cancellationToken));

    private ProjectFile Add(SyntaxTree tree, TreeFacts read) => files.GetValue(tree, file => new(file, (ulong)Interlocked.Increment(ref lastId), read));
}
