using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Rewriting.Incremental;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Generators;

/// <summary>
/// Emits the context-passing overloads that <c>[PassContext]</c> asks for. It only calls the model and turns values into files; what it could not
/// generate it leaves in the compilation as attributes, which an analyzer of the same package reports where a person mends them.
/// </summary>
/// <param name="observer">Is told which bodies are bound; null where nobody asks.</param>
[Generator(LanguageNames.CSharp)]
public sealed class ContextOverloadGenerator(IBindingObserver? observer) : IIncrementalGenerator
{
    private readonly OverloadGeneration generation = new(observer);

    /// <summary>Makes the generator as a host does.</summary>
    public ContextOverloadGenerator()
        : this(null)
    {
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) => PartsOutput.Register(context, generation.Generate);
}
