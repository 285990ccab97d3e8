using System.Reflection.PortableExecutable;

namespace Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class PackageContentTests(PackedToolkit toolkit)
{
    [Fact]
    public void ExplicitContext_HoldsAnnotationsForCodeAndComponentsForCompilers()
    {
        using var package = Open("ExplicitContext");

        Assert.Equal(
            [
                "README.md",
                "analyzers/dotnet/cs/ExplicitContext.Analyzers.dll",
                "analyzers/dotnet/cs/ExplicitContext.ChangeSignature.dll",
                "analyzers/dotnet/cs/ExplicitContext.CodeFixes.dll",
                "analyzers/dotnet/cs/ExplicitContext.Generators.dll",
                "analyzers/dotnet/cs/ExplicitContext.Model.dll",
                "buildTransitive/ExplicitContext.targets",
                "buildTransitive/packs/ExplicitContext.Pack.build-task.txt",
                "buildTransitive/packs/ExplicitContext.Pack.clock.txt",
                "buildTransitive/packs/ExplicitContext.Pack.http.txt",
                "buildTransitive/packs/ExplicitContext.Pack.process.txt",
                "buildTransitive/presets/adopt.globalconfig",
                "buildTransitive/presets/standard.globalconfig",
                "buildTransitive/presets/strict.globalconfig",
                "lib/netstandard2.0/ExplicitContext.Annotations.dll",
                "lib/netstandard2.0/ExplicitContext.Annotations.xml",
            ],
            package.Files);
        Assert.Empty(package.Dependencies);
        Assert.Equal(["netstandard"], package.ReferencesOf("lib/netstandard2.0/ExplicitContext.Annotations.dll").Keys);
    }

    [Fact]
    public void ExplicitContext_LoadsInTheOldestSupportedCompiler()
    {
        using var package = Open("ExplicitContext");
        var roslyn = package.Files.Where(f => f.StartsWith("analyzers/", StringComparison.Ordinal))
            .SelectMany(package.ReferencesOf)
            .Where(r => r.Key.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(roslyn);
        Assert.All(roslyn, r => Assert.Equal(new Version(4, 14, 0, 0), r.Value));
    }

    [Fact]
    public void Runtime_DependsOnTheAnnotationsAlone()
    {
        using var package = Open("ExplicitContext.Runtime");

        Assert.Equal(
            [
                "README.md",
                "buildTransitive/ExplicitContext.Runtime.targets",
                "lib/net10.0/ExplicitContext.Runtime.dll",
                "lib/net10.0/ExplicitContext.Runtime.xml",
                "lib/net8.0/ExplicitContext.Runtime.dll",
                "lib/net8.0/ExplicitContext.Runtime.xml",
            ],
            package.Files);
        Assert.Equal([$"ExplicitContext {toolkit.Feed.Version}"], package.Dependencies);
    }

    [Fact]
    public void Tool_IsACommandThatBringsAllItNeeds()
    {
        using var package = Open("ExplicitContext.Tool");

        Assert.Contains(package.Metadata.Descendants(), e => e.Name.LocalName == "packageType" && (string?)e.Attribute("name") == "DotnetTool");
        Assert.Contains("tools/net10.0/any/ExplicitContext.Tool.dll", package.Files);
        Assert.All(["Model", "Analyzers", "Generators", "Annotations"], part => Assert.Contains($"tools/net10.0/any/ExplicitContext.{part}.dll", package.Files));
        Assert.Empty(package.Dependencies);
    }

    [Theory]
    [InlineData("ExplicitContext")]
    [InlineData("ExplicitContext.Runtime")]
    [InlineData("ExplicitContext.Tool")]
    public void EveryPackage_SaysWhatItIsAndUnderWhichLicence(string id)
    {
        using var package = Open(id);

        Assert.Equal("MIT", package.MetadataText("license"));
        Assert.Equal("README.md", package.MetadataText("readme"));
        Assert.NotEmpty(package.MetadataText("description"));
        Assert.Contains("README.md", package.Files);
    }

    [Theory]
    [InlineData("ExplicitContext")]
    [InlineData("ExplicitContext.Runtime")]
    [InlineData("ExplicitContext.Tool")]
    public void EveryAssemblyOfOurs_IsReproducibleAndCarriesItsSymbols(string id)
    {
        using var package = Open(id);
        var ours = package.Files.Where(f => Path.GetFileName(f).StartsWith("ExplicitContext.", StringComparison.Ordinal) && f.EndsWith(".dll", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(ours);
        Assert.All(ours, file =>
        {
            using var assembly = package.Assembly(file);
            var kinds = assembly.ReadDebugDirectory().Select(d => d.Type).ToList();
            Assert.Contains(DebugDirectoryEntryType.Reproducible, kinds);
            Assert.Contains(DebugDirectoryEntryType.EmbeddedPortablePdb, kinds);
        });
    }

    private PackageFile Open(string id) => new(toolkit.Feed.FileOf(id));
}
