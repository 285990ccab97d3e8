using System.Text;
using ExplicitContext.Model;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Generators;

/// <summary>
/// Emits the context-passing overloads that <c>[PassContext]</c> asks for. It only calls the model and turns values into files; what it could not
/// generate it leaves in the compilation as attributes, which an analyzer of the same package reports where a person mends them.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContextOverloadGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var configuration = Configurations.Of(context);

        // A syntactic look that costs nothing where nobody asks: the rest of the pipeline walks declarations.
        var isRequested = context.SyntaxProvider
            .ForAttributeWithMetadataName($"{KnownAttributes.Namespace}.{KnownAttributes.PassContext}", (_, _) => true, (_, _) => true)
            .Collect()
            .Combine(configuration)
            .Select((input, _) => !input.Left.IsEmpty || input.Right.Entries.Items.Any(entry => entry.Kind == EntryKind.Pass))
            .WithTrackingName(TrackingNames.IsRequested);

        var result = context.CompilationProvider
            .Combine(configuration.Combine(isRequested))
            .Select((input, cancellationToken) => input.Right.Right ? Generate(input.Left, input.Right.Left, cancellationToken) : GenerationResult.Empty)
            .WithTrackingName(TrackingNames.Result);

        context.RegisterSourceOutput(
            result.SelectMany((generated, _) => generated.Files.Items).WithTrackingName(TrackingNames.File),
            (output, file) => output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8)));

        context.RegisterSourceOutput(
            result.Select((generated, _) => generated.Findings).WithTrackingName(TrackingNames.Findings),
            (output, findings) => ReportWriter.AddTo(output, findings));
    }

    private static GenerationResult Generate(Compilation compilation, ContextConfiguration configuration, CancellationToken cancellationToken)
    {
        var contexts = ContextModel.Create(compilation, configuration, cancellationToken);
        return contexts.IsEmpty ? GenerationResult.Empty : OverloadGenerator.Generate(contexts, cancellationToken);
    }
}
