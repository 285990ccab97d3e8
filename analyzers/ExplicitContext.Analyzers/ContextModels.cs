using ExplicitContext.Model;
using ExplicitContext.Model.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers;

/// <summary>Makes the semantic model from what a host hands to an analyzer.</summary>
public static class ContextModels
{
    // Roslyn's own way for analyzers to share: the value is found by a text of the compilation, and goes with it.
    private static SourceTextValueProvider<SharedModels> Shared { get; } = new(_ => new SharedModels());

    private static SourceTextValueProvider<bool> Mentions { get; } = new(ToolkitMentions.In);

    /// <summary>The model for an analyzer that is being started; all analyzers of a compilation share it.</summary>
    public static ContextModel Of(CompilationStartAnalysisContext start)
    {
        var key = start.Compilation.SyntaxTrees.FirstOrDefault()?.GetText(start.CancellationToken);
        return key is not null && start.TryGetValue(key, Shared, out var models)
            ? models.Of(start.Compilation, start.Options.AdditionalFiles, () => Create(start.Compilation, start.Options, IsMentioned, start.CancellationToken))
            : Create(start.Compilation, start.Options, start.CancellationToken);

        bool IsMentioned(SyntaxTree tree) => start.TryGetValue(tree.GetText(start.CancellationToken), Mentions, out var mentions) && mentions;
    }

    /// <summary>The model of a compilation, with the configuration among its additional files.</summary>
    public static ContextModel Create(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken) =>
        Create(compilation, options, mentions: null, cancellationToken);

    private static ContextModel Create(Compilation compilation, AnalyzerOptions options, Func<SyntaxTree, bool>? mentions, CancellationToken cancellationToken) =>
        ContextModel.Create(
            compilation,
            ContextConfiguration.Parse(
                from file in options.AdditionalFiles
                where ConfigurationFile.IsMatch(file.Path)
                let text = file.GetText(cancellationToken)
                where text is not null
                select new ConfigurationFile(file.Path, text.ToString())),
            cancellationToken,
            mentions);
}
