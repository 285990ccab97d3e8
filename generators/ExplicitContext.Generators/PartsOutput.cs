using System.Text;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Emitting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Generators;

/// <summary>The pipeline of what is generated for a whole compilation: values come out of the model, files and findings are written.</summary>
internal static class PartsOutput
{
    public static IncrementalValueProvider<GeneratedParts> Register(
        IncrementalGeneratorInitializationContext context, Func<Compilation, ContextConfiguration, CancellationToken, GeneratedParts> generate)
    {
        var result = context.CompilationProvider
            .Combine(Configurations.Of(context))
            .Select((input, cancellationToken) => generate(input.Left, input.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Result);

        context.RegisterSourceOutput(
            result.SelectMany((generated, _) => generated.Files.Items).WithTrackingName(TrackingNames.File),
            (output, file) => output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8)));

        context.RegisterSourceOutput(
            result.Select((generated, _) => generated.Findings).WithTrackingName(TrackingNames.Findings),
            (output, findings) => ReportWriter.AddTo(output, findings));
        return result;
    }
}
