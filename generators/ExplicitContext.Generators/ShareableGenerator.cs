using System.Text;
using ExplicitContext.Model;
using ExplicitContext.Model.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Generators;

/// <summary>
/// Emits, for every <c>[Shareable]</c> type that is <c>partial</c>, how it crosses to another interpreter: by reference or by a copier. Where nothing
/// can be generated the analyzers say why.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ShareableGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.SyntaxProvider
            .ForAttributeWithMetadataName($"{KnownAttributes.Namespace}.{KnownAttributes.Shareable}", (_, _) => true, Generate)
            .Where(file => file is not null)
            .WithTrackingName(TrackingNames.Shareable);

        context.RegisterSourceOutput(files, (output, file) => output.AddSource(file!.HintName, SourceText.From(file.Text, Encoding.UTF8)));
    }

    private static ShareableFile? Generate(GeneratorAttributeSyntaxContext target, CancellationToken cancellationToken)
    {
        var compilation = target.SemanticModel.Compilation;
        return new ShareablePlanner(compilation).Plan((INamedTypeSymbol)target.TargetSymbol, cancellationToken) is { } plan
            ? ShareableWriter.Write(plan, compilation, cancellationToken)
            : null;
    }
}
