using ExplicitContext.Model.Configuration;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Generators;

/// <summary>The configuration of a project, from its additional files.</summary>
internal static class Configurations
{
    public static IncrementalValueProvider<ContextConfiguration> Of(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Where(file => ConfigurationFile.IsMatch(file.Path))
            .Select((file, cancellationToken) => new ConfigurationFile(file.Path, file.GetText(cancellationToken)?.ToString() ?? ""))
            .Collect()
            .Select((files, _) => ContextConfiguration.Parse(files))
            .WithTrackingName(TrackingNames.Configuration);
}
