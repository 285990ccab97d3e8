using ExplicitContext.Model;
using ExplicitContext.Model.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers;

/// <summary>Makes the semantic model from what a host hands to an analyzer.</summary>
internal static class ContextModels
{
    /// <summary>The model of a compilation, with the configuration among its additional files.</summary>
    public static ContextModel Create(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken) =>
        ContextModel.Create(
            compilation,
            ContextConfiguration.Parse(
                from file in options.AdditionalFiles
                where ConfigurationFile.IsMatch(file.Path)
                let text = file.GetText(cancellationToken)
                where text is not null
                select new ConfigurationFile(file.Path, text.ToString())),
            cancellationToken);
}
