namespace ExplicitContext.Consumers;

/// <summary>A console project outside the repository that takes packages from a feed, as a user's project does.</summary>
internal sealed class ConsumerProject : IDisposable
{
    private const string TargetFramework = "net10.0";

    private readonly TemporaryFolder folder = new();

    /// <summary>Writes the project, with the feed as a source beside the machine's own and with a package folder of its own.</summary>
    public ConsumerProject(PackageFeed feed, params string[] packages)
    {
        var references = packages.Select(id => $"""<PackageReference Include="{id}" Version="{feed.Version}" />""");
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{feed.Path}" />
              </packageSources>
            </configuration>
            """);
        Write("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>{TargetFramework}</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestorePackagesPath>packages</RestorePackagesPath>
                <ExplicitContextLevel>inventory</ExplicitContextLevel>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(references)}
              </ItemGroup>
            </Project>
            """);
    }

    public string Folder => folder.Path;

    public string ProjectFile => PathOf("Consumer.csproj");

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>Makes the project one for another framework.</summary>
    public void Retarget(string framework) =>
        Write("Consumer.csproj", Read("Consumer.csproj").Replace($"<TargetFramework>{TargetFramework}<", $"<TargetFramework>{framework}<", StringComparison.Ordinal));

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    public Task<CommandResult> DotnetAsync(params string[] arguments) => Shell.DotnetAsync(Folder, arguments);

    public void Dispose() => folder.Dispose();
}
