namespace AnalyzerBenchmarks.Builds;

/// <summary>Targets that put the toolkit before the compiler of any project, without a change to it.</summary>
internal sealed class ToolkitTargets(string configuration) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("analyzer-overhead-").FullName;

    /// <summary>The option of the command line that imports them.</summary>
    /// <param name="configured">Whether the configuration is handed over too.</param>
    public string Option(bool configured)
    {
        var file = Path.Combine(folder, configured ? "configured.targets" : "bare.targets");
        var items = configured ? $"""<AdditionalFiles Include="{configuration}" />""" : "";
        File.WriteAllText(file, $"""
            <Project>
              <PropertyGroup><ExplicitContextLevel>inventory</ExplicitContextLevel></PropertyGroup>
              <ItemGroup>{ShippedComponents.Items}{items}</ItemGroup>
            </Project>
            """);
        return $"-p:CustomAfterMicrosoftCommonTargets={file}";
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
