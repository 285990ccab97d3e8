using System.Text;
using ExplicitContext.Model;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Emitting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Generators;

/// <summary>The end that pipelines share which look at declarations alone: generate where anything is asked for, and write files and findings.</summary>
internal static class PartsOutput
{
    public delegate GeneratedParts Generation(ContextModel contexts, EquatableArray<string> requests, EquatableArray<string> accessors, CancellationToken cancellationToken);

    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<string>> requests, Generation generate)
    {
        var result = context.CompilationProvider
            .Combine(Configurations.Of(context))
            .Combine(requests.Combine(Marked.Accessors(context)))
            .Select((input, cancellationToken) => Generate(input.Left.Left, input.Left.Right, input.Right.Left, input.Right.Right, generate, cancellationToken))
            .WithTrackingName(TrackingNames.Result);

        context.RegisterSourceOutput(
            result.SelectMany((generated, _) => generated.Files.Items).WithTrackingName(TrackingNames.File),
            (output, file) => output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8)));

        context.RegisterSourceOutput(
            result.Select((generated, _) => generated.Findings).WithTrackingName(TrackingNames.Findings),
            (output, findings) => ReportWriter.AddTo(output, findings));
    }

    private static GeneratedParts Generate(
        Compilation compilation,
        ContextConfiguration configuration,
        EquatableArray<string> requests,
        EquatableArray<string> accessors,
        Generation generate,
        CancellationToken cancellationToken) =>
        requests.Count == 0 ? GeneratedParts.Empty : generate(ContextModel.Create(compilation, configuration, cancellationToken), requests, accessors, cancellationToken);
}
