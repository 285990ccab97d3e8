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
        var last = outcomes.Find(project.Context);
        if (last?.Holds(project) == true)
        {
            return last.Result;
        }

        var contexts = ContextModel.Create(NullableChecks.Without(compilation), configuration, cancellationToken);
        if (contexts.IsEmpty)
        {
            return GeneratedParts.Empty;
        }

        var run = new GenerationRun(memory, project, contexts, compilation.Options.NullableContextOptions, cancellationToken);
        if (last?.EditIn(project) is { } edit && Edited(last, project, edit, contexts, run, cancellationToken) is { } outcome)
        {
            run.End();
            outcomes.Set(project.Context, outcome);
            return outcome.Result;
        }

        var (result, reads) = OverloadGenerator.Generate(contexts, run, cancellationToken);
        run.End();
        outcomes.Set(project.Context, new(project, reads, result));
        return result;
    }

    /// <summary>The outcome after an edit of bodies in one file. A fault in it is no more than a reason to generate the whole, which tells whom it befell.</summary>
    private static GenerationOutcome? Edited(GenerationOutcome last, ProjectFiles project, FileEdit edit, ContextModel contexts, GenerationRun run, CancellationToken cancellationToken)
    {
        try
        {
            return new EditedFile(last, project, edit, contexts, run, cancellationToken).Generate();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>A look that costs next to nothing where nobody asks: the rest walks declarations.</summary>
    private bool IsRequested(Compilation compilation, ContextConfiguration configuration, CancellationToken cancellationToken) =>
        configuration.Entries.Any(entry => entry.Kind == EntryKind.Pass) || asking.IsAnyIn(compilation, cancellationToken);
}
