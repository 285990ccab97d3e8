using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Reach.Inference;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Incremental;

/// <summary>
/// Generates for one compilation after another of the same project. The result is always that of a cold run; an edit that cannot change it binds nothing. Holds no
/// compilation. Safe for concurrent use.
/// </summary>
public sealed class OverloadGeneration
{
    private readonly ProjectFilesReader files;
    private readonly GenerationMemory memory;
    private readonly Recent<ulong, GenerationOutcome> outcomes = new();
    private readonly MarkedTrees asking = new(["PassContext"]);

    /// <param name="observer">Is told which bodies are bound; null where nobody asks.</param>
    public OverloadGeneration(IBindingObserver? observer = null)
    {
        var facts = new TreeFactsTable();
        files = new(facts, new ReferenceFactsTable());
        memory = new(facts, observer);
    }

    /// <summary>The overloads of a compilation, and what could not be generated.</summary>
    /// <param name="compilation">The compilation, without what is generated for it.</param>
    /// <param name="configuration">The configuration of its project.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public GeneratedParts Generate(Compilation compilation, ContextConfiguration configuration, CancellationToken cancellationToken)
    {
        if (!IsRequested(compilation, configuration, cancellationToken))
        {
            return GeneratedParts.Empty;
        }

        var project = files.Read(compilation, configuration, cancellationToken);
        if (outcomes.Find(project.Context) is { } known && known.Holds(project))
        {
            return known.Result;
        }

        var contexts = ContextModel.Create(NullableChecks.Without(compilation), configuration, cancellationToken);
        if (contexts.IsEmpty)
        {
            return GeneratedParts.Empty;
        }

        var run = new GenerationRun(memory, project, contexts, compilation.Options.NullableContextOptions, cancellationToken);
        var (result, reads) = OverloadGenerator.Generate(contexts, run, cancellationToken);
        run.End();
        outcomes.Set(project.Context, new(project, reads, result));
        return result;
    }

    /// <summary>A look that costs next to nothing where nobody asks: the rest walks declarations.</summary>
    private bool IsRequested(Compilation compilation, ContextConfiguration configuration, CancellationToken cancellationToken) =>
        configuration.Entries.Any(entry => entry.Kind == EntryKind.Pass) || asking.IsAnyIn(compilation, cancellationToken);
}
