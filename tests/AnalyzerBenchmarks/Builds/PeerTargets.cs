using System.Text.RegularExpressions;

namespace AnalyzerBenchmarks.Builds;

/// <summary>Targets that put other people's analyzers and ours before the compiler of any project; the accessors that its configuration names are told to each tool in its own way.</summary>
internal sealed partial class PeerTargets : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("analyzer-peers-").FullName;
    private readonly string configuration;

    /// <param name="configuration">An <c>ExplicitContext.txt</c>.</param>
    public PeerTargets(string configuration)
    {
        this.configuration = configuration;
        var accessors = File.ReadLines(configuration).Select(line => Accessor().Match(line)).Where(match => match.Success).ToList();
        Write("BannedSymbols.txt", string.Concat(accessors.Select(match => match.Groups["name"].Value == "*" ? $"T:{match.Groups["type"]};\n" : $"{match.Value};\n")));
        Write("vs-threading.MembersRequiringMainThread.txt", string.Concat(accessors.Select(match => match.Groups["name"].Value == "*" ? $"[{match.Groups["type"]}]\n" : $"[{match.Groups["type"]}]::{match.Groups["name"]}\n")));
        Write("vs-threading.MainThreadAssertingMethods.txt", "[Subject.Engine]::Assert\n");
        Write("peers.globalconfig", "is_global = true\ndotnet_diagnostic.VSTHRD010.severity = warning\ndotnet_diagnostic.RS0030.severity = warning\ndotnet_diagnostic.MA0037.severity = warning\n");
    }

    /// <summary>The options of the command line that import them.</summary>
    /// <param name="configured">Whether ours are told anything.</param>
    public string[] Options(bool configured) =>
    [
        $"-p:CustomAfterMicrosoftCommonTargets={Targets(configured)}", "-p:RunAnalyzers=true", "-p:EnableNETAnalyzers=true", "-p:AnalysisMode=Recommended", "-p:WarningLevel=4", "-p:TreatWarningsAsErrors=false",
    ];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Targets(bool configured) => Write(configured ? "configured.targets" : "bare.targets", $"""
        <Project>
          <PropertyGroup><ExplicitContextLevel>warn</ExplicitContextLevel></PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.CodeAnalysis.BannedApiAnalyzers" Version="5.6.0" PrivateAssets="all" />
            <PackageReference Include="Meziantou.Analyzer" Version="3.0.321" PrivateAssets="all" />
            <PackageReference Include="Microsoft.VisualStudio.Threading.Analyzers" Version="18.12.1" PrivateAssets="all" />
            <AdditionalFiles Include="{folder}/*.txt" />
            <EditorConfigFiles Include="{folder}/peers.globalconfig" />
            {(configured ? $"""<AdditionalFiles Include="{configuration}" />""" : "")}
            {ShippedComponents.Items}
          </ItemGroup>
        </Project>
        """);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A line that declares a static member, and no more than that.</summary>
    [GeneratedRegex(@"^[PMF]:(?<type>[\w.]+)\.(?<name>\w+|\*)(?=\s*(;\s*(ambient|replaced-by).*)?$)")]
    private static partial Regex Accessor();
}
