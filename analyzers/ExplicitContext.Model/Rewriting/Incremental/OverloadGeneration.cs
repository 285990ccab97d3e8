using System.Runtime.CompilerServices;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Reach.Inference;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Incremental;

/// <summary>
/// Generates for one compilation after another of the same project. The result is always that of a cold run; an edit that cannot change it binds nothing. Holds no
/// compilation. Safe for concurrent use.
/// </summary>
/// <param name="observer">Is told which bodies are bound; null where nobody asks.</param>
public sealed class OverloadGeneration(IBindingObserver? observer = null)
{
    private readonly ProjectFilesReader files = new(new TreeFactsTable(), new ReferenceFactsTable());
    private readonly Recent<ulong, GenerationOutcome> outcomes = new();
    private readonly ConditionalWeakTable<SyntaxTree, object> asking = new();

    /// <summary>The overloads of a compilation, and what could not be generated.</summary>
    /// <param name="compilation">The compilation, without what is generated for it.</param>
    /// <param name="configuration">The configuration of its project.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public GenerationResult Generate(Compilation compilation, ContextConfiguration configuration, CancellationToken cancellationToken)
    {
        if (!IsRequested(compilation, configuration))
        {
            return GenerationResult.Empty;
        }

        var project = files.Read(compilation, configuration, cancellationToken);
        if (outcomes.Find(project.Context) is { } known && known.Holds(project))
        {
            return known.Result;
        }

        var contexts = ContextModel.Create(compilation, configuration, cancellationToken);
        if (contexts.IsEmpty)
        {
            return GenerationResult.Empty;
        }

        var (result, reads) = OverloadGenerator.Generate(contexts, cancellationToken);
        foreach (var bodies in reads.Bodies)
        {
            observer?.OnBound(bodies.Key.FilePath, bodies.Count());
        }

        outcomes.Set(project.Context, new(project, reads, result));
        return result;
    }

    /// <summary>A look that costs next to nothing where nobody asks: the rest walks declarations.</summary>
    private bool IsRequested(Compilation compilation, ContextConfiguration configuration) =>
        configuration.Entries.Any(entry => entry.Kind == EntryKind.Pass) || compilation.SyntaxTrees.Any(tree => (bool)asking.GetValue(tree, Asks));

    private static object Asks(SyntaxTree tree) => tree.GetText().ContainsAny(["PassContext"]);
}
