namespace ExplicitContext.Consumers;

/// <summary>
/// Three projects outside the repository: one declares an ambient accessor and reads it, one calls that, one calls the second. The first two are
/// packed, and the third takes them as packages. All three are built with the toolkit.
/// </summary>
internal sealed class ChainOfProjects : IDisposable
{
    /// <summary>What the third project calls: it reaches the accessor of the first through a private member of the second.</summary>
    public const string Application = """
        internal static class App
        {
            public static int Use(Middle.Service service) => service.Go();

            public static int Not(Middle.Service service) => service.Idle();
        }

        """;

    private const string Deep = """
        namespace Deep;

        [ExplicitContext.ContextType("engine")]
        public sealed class Engine
        {
            [ExplicitContext.AmbientAccessor]
            public static Engine Current { get; } = new();

            public int Scale => 2;
        }

        public static class Reader
        {
            public static int Read() => Engine.Current.Scale;
        }
        """;

    private const string Middle = """
        namespace Middle;

        public sealed class Service
        {
            public int Go() => Hidden();

            public int Idle() => 1;

            private static int Hidden() => Deep.Reader.Read();
        }
        """;

    private readonly TemporaryFolder folder = new();

    private ChainOfProjects(PackageFeed toolkit)
    {
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="toolkit" value="{toolkit.Path}" />
                <add key="chain" value="feed" />
              </packageSources>
            </configuration>
            """);
        Directory.CreateDirectory(PathOf("feed"));
        WriteProject("Deep", Deep, toolkit.Version);
        WriteProject("Middle", Middle, toolkit.Version, "Deep");
        WriteProject("App", Application, toolkit.Version, "Middle");
    }

    /// <summary>The project file of the third.</summary>
    public string ProjectFile => PathOf("App/App.csproj");

    /// <summary>The source file of the third.</summary>
    public string SourceFile => PathOf("App/App.cs");

    /// <summary>Packs the first two and restores the third.</summary>
    public static async Task<ChainOfProjects> CreateAsync(PackageFeed toolkit)
    {
        var chain = new ChainOfProjects(toolkit);
        foreach (var library in new[] { "Deep", "Middle" })
            (await chain.DotnetAsync("pack", library, "-o", chain.PathOf("feed"))).Succeeded();
        (await chain.DotnetAsync("restore", "App")).Succeeded();
        return chain;
    }

    public Task<CommandResult> DotnetAsync(params string[] arguments) => Shell.DotnetAsync(folder.Path, arguments);

    public void Dispose() => folder.Dispose();

    private string PathOf(string file) => Path.Combine(folder.Path, file);

    private void WriteProject(string name, string source, string version, params string[] packages)
    {
        var references = packages.Select(package => $"""<PackageReference Include="{package}" Version="1.0.0" />""");
        Write($"{name}/{name}.cs", source);
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <RestorePackagesPath>../packages</RestorePackagesPath>
                <ExplicitContextLevel>warn</ExplicitContextLevel>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ExplicitContext" Version="{version}" />
                {string.Concat(references)}
              </ItemGroup>
            </Project>
            """);
    }

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }
}
