using System.Runtime.CompilerServices;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Reach.Inference;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Incremental;

/// <summary>Reads what is known of one compilation after another without binding; each tree and each reference is looked at once. Safe for concurrent use; keeps none alive.</summary>
internal sealed class ProjectFilesReader(TreeFactsTable facts, ReferenceFactsTable references)
{
    private readonly ConditionalWeakTable<SyntaxTree, object> ids = new();
    private readonly Recent<ulong, DeclarationIndex> indexes = new();
    private long lastId;

    public ProjectFiles Read(Compilation compilation, ContextConfiguration configuration, CancellationToken cancellationToken)
    {
        var own = compilation.SyntaxTrees.Select(tree => new ProjectFile(tree, IdOf(tree), facts.Of(tree, cancellationToken))).ToList();
        var foreign = compilation.References.OfType<CompilationReference>()
            .SelectMany(reference => reference.Compilation.SyntaxTrees)
            .Select(tree => facts.Of(tree, cancellationToken))
            .ToList();
        var declarations = new Fingerprint(ProjectHash.Sum(own.Select(file => file.Facts.DeclarationHash))).Add(ProjectHash.Sum(foreign.Select(tree => tree.DeclarationHash))).Value;
        var index = indexes.GetOrAdd(declarations, () => new(own.Select(file => file.Facts).Concat(foreign)));
        return new([.. own], index, [.. foreign], declarations, ProjectHash.Of(compilation, configuration, references.Of(compilation)));
    }

    private ulong IdOf(SyntaxTree tree) => (ulong)ids.GetValue(tree, _ => (ulong)Interlocked.Increment(ref lastId));
}
