using ExplicitContext.Migration.Loading;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Migration.Tests.Loading;

public sealed class SolutionLoaderTests(TwoProjects projects) : IClassFixture<TwoProjects>
{
    [Theory]
    [InlineData("classic/Two.sln")]
    [InlineData("classic")]
    [InlineData("All.slnx")]
    [InlineData("src/App/App.csproj")]
    [InlineData("src/App")]
    public async Task EveryFormOfTarget_LoadsBothProjects_WithoutErrors(string path)
    {
        using var loaded = await Load.Async(projects.Folder.Path(path));

        Assert.Equal(["App net10.0", "Lib net10.0"], loaded.Projects.Select(project => $"{project.Name} {project.TargetFramework}"));
        foreach (var project in loaded.Projects)
            Assert.Empty(await ErrorsAsync(loaded, project));
    }

    [Fact]
    public async Task ProjectReference_IsToTheLoadedProject_SoThatSymbolsUnify()
    {
        using var loaded = await Load.Async(projects.Folder.Path("All.slnx"));

        var app = await CompilationAsync(loaded, "App");
        var lib = await CompilationAsync(loaded, "Lib");
        var seenFromApp = app.GetTypeByMetadataName("Lib.Settings")!;
        Assert.True(seenFromApp.Locations.Single().IsInSource);
        Assert.Equal(lib.GetTypeByMetadataName("Lib.Settings"), seenFromApp, SymbolEqualityComparer.Default);
    }

    [Fact]
    public async Task CompilerInputs_AreAllThere()
    {
        using var loaded = await Load.Async(projects.Folder.Path("src/App"));

        var app = loaded.Solution.GetProject(loaded.Projects[0].Id)!;
        Assert.Contains(app.AdditionalDocuments, document => document.Name == "ExplicitContext.txt");
        Assert.Contains(app.AnalyzerConfigDocuments, document => document.Name == ".editorconfig");
        Assert.NotEmpty(app.AnalyzerReferences);
        Assert.Contains(await app.GetSourceGeneratedDocumentsAsync(), document => document.Name == "RegexGenerator.g.cs");
    }

    [Fact]
    public async Task WhatCannotBeLoaded_IsSkipped_WithOneLineEach()
    {
        using var loaded = await Load.Async(projects.Folder.Path("All.slnx"));

        Assert.Equal(
            ["Lib.csproj netstandard2.0: net10.0 is scanned instead", "Old.csproj : not an SDK-style project", "Script.fsproj : not a C# project"],
            loaded.Skipped.Select(skipped => $"{Path.GetFileName(skipped.Path)} {skipped.TargetFramework}: {skipped.Reason}").Order());
    }

    [Fact]
    public async Task Loading_WritesNothingBesideObj()
    {
        using var folder = new TempFolder();
        folder.WriteProject("App.csproj");
        folder.Write("Program.cs", "class C { }");

        using var loaded = await Load.Async(folder.Root);

        Assert.Equal(["App.csproj", "Program.cs", "obj"], Directory.EnumerateFileSystemEntries(folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task NewerLanguageVersion_Parses()
    {
        using var folder = new TempFolder();
        folder.WriteProject("App.csproj");
        folder.Write("Extensions.cs", "static class E { extension(string text) { public int Twice => 2 * text.Length; } class F { public int P { get => field; set => field = value; } } }");

        using var loaded = await Load.Async(folder.Root);

        Assert.Empty(await ErrorsAsync(loaded, loaded.Projects[0]));
    }

    [Fact]
    public async Task Cancelling_EndsTheRun()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var loading = new SolutionLoader(new DotnetCommand())
            .LoadAsync(TargetFinder.Find(projects.Folder.Path("All.slnx")), true, new Progress<WorkProgress>(), stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loading);
    }

    private static async Task<Compilation> CompilationAsync(LoadedSolution loaded, string name) =>
        (await loaded.Solution.GetProject(loaded.Projects.Single(project => project.Name == name).Id)!.GetCompilationAsync())!;

    private static async Task<IEnumerable<Diagnostic>> ErrorsAsync(LoadedSolution loaded, LoadedProject project) =>
        (await CompilationAsync(loaded, project.Name)).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
