using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Reach.Inference;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Generators;

/// <summary>
/// Infers who reaches an ambient accessor and leaves it in the compilation as attributes: for the analyzers of the same compilation, and in metadata for those of
/// whoever references it.
/// </summary>
/// <param name="observer">Is told which bodies are bound; null where nobody asks.</param>
[Generator(LanguageNames.CSharp)]
public sealed class ReachGenerator(IBindingObserver? observer) : IIncrementalGenerator
{
    // What is known of one tree or one reference depends on nothing else, so all projects share it; it goes with the tree and with the reference.
    private readonly TreeFactsTable facts = new();
    private readonly ReferenceFactsTable references = new();
    private readonly BindingTable bindings = new(observer);

    /// <summary>Makes the generator as a host does.</summary>
    public ReachGenerator()
        : this(null)
    {
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var inference = new ReachInference(facts, references, bindings);
        var tables = context.CompilationProvider
            .Combine(Configurations.Of(context))
            .Select((input, cancellationToken) => inference.Infer(input.Left, input.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Reach);

        context.RegisterSourceOutput(tables, ReachWriter.AddTo);
    }
}
