using ExplicitContext.Migration.Loading;

namespace ExplicitContext.Migration.Tests.Loading;

public sealed class BadTargetTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task MissingPath_SaysSo() =>
        Assert.Contains("no such file or folder. Name a .sln", await Load.FailureAsync(folder.Path("nowhere")));

    [Fact]
    public async Task EmptyFolder_SaysWhatItShouldHold() =>
        Assert.Contains("holds no solution and no C# project", await Load.FailureAsync(folder.Root));

    [Fact]
    public async Task FolderWithTwoProjects_ListsThem()
    {
        folder.WriteProject("A.csproj");
        folder.WriteProject("B.csproj");

        var message = await Load.FailureAsync(folder.Root);

        Assert.Contains("holds 2 projects. Name one of them:", message);
        Assert.Contains("A.csproj", message);
        Assert.Contains("B.csproj", message);
    }

    [Fact]
    public async Task FolderWithProjectsFurtherDown_NamesThem()
    {
        folder.WriteProject("deep/down/A.csproj");

        Assert.Contains(Path.Combine("deep", "down", "A.csproj"), await Load.FailureAsync(folder.Root));
    }

    [Fact]
    public void FolderWithSolutionAndProject_MeansTheSolution()
    {
        folder.WriteProject("A.csproj");
        folder.Write("All.slnx", "<Solution />");

        Assert.Equal(new LoadTarget(folder.Path("All.slnx"), IsSolution: true), TargetFinder.Find(folder.Root));
    }

    [Fact]
    public async Task ProjectOfAnotherLanguage_IsRefused() =>
        Assert.Contains("only C# projects", await Load.FailureAsync(folder.Write("A.fsproj", "<Project />")));

    [Fact]
    public async Task FileThatIsNoProject_IsRefused() =>
        Assert.Contains("not a solution or project", await Load.FailureAsync(folder.Write("a.txt", "")));

    [Fact]
    public async Task SolutionWithoutProjects_SaysSo() =>
        Assert.Contains("no C# project in it", await Load.FailureAsync(folder.Write("All.slnx", "<Solution />")));

    [Fact]
    public async Task MalformedProject_GivesMSBuildsReasonAndTheRemedy()
    {
        var project = folder.Write("A.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup></Project>");

        var message = await Load.FailureAsync(project);

        Assert.StartsWith($"{project}: the project cannot be read: MSB4025: ", message);
        Assert.Contains("(1,", message);
        Assert.EndsWith($"Mend it until `dotnet build \"{project}\"` gets as far as the compiler, then try again.", message);
    }

    [Fact]
    public async Task UnknownSdkOfOneProject_NamesThatProject()
    {
        folder.WriteProject("Good/Good.csproj");
        var bad = folder.Write("Bad/Bad.csproj", "<Project Sdk=\"No.Such.Sdk\" />");
        folder.Write("All.slnx", """<Solution><Project Path="Good/Good.csproj" /><Project Path="Bad/Bad.csproj" /></Solution>""");

        var message = await Load.FailureAsync(folder.Root);

        Assert.StartsWith(bad, message);
        Assert.Contains("No.Such.Sdk", message);
    }

    [Fact]
    public async Task ProjectMissingFromDisk_IsNamed()
    {
        folder.Write("All.slnx", """<Solution><Project Path="Gone/Gone.csproj" /></Solution>""");

        Assert.Contains("Gone.csproj", await Load.FailureAsync(folder.Root));
    }

    [Fact]
    public async Task PackageThatDoesNotExist_GivesTheRestoreError()
    {
        folder.WriteProject("A.csproj", """<ItemGroup><PackageReference Include="ExplicitContext.No.Such.Package" Version="1.0.0" /></ItemGroup>""");

        Assert.Contains("cannot be restored: NU1101", await Load.FailureAsync(folder.Root));
    }

    [Fact]
    public async Task UnrestoredProject_WithRestoreForbidden_SaysHowToRestore()
    {
        folder.WriteProject("A.csproj");

        var message = await Load.FailureAsync(folder.Root, restore: false);

        Assert.Contains("the packages are not restored. Run `dotnet restore", message);
        Assert.False(File.Exists(folder.Path("obj/project.assets.json")));
    }

    [Fact]
    public async Task SdkThatIsNotInstalled_IsNamed()
    {
        folder.WriteProject("A.csproj");
        folder.Write("global.json", """{ "sdk": { "version": "4.0.100", "rollForward": "disable" } }""");

        var message = await Load.FailureAsync(folder.Root);

        Assert.Contains("no .NET SDK that fits is installed. Requested SDK version: 4.0.100", message);
        Assert.Contains("global.json", message);
    }

    [Fact]
    public async Task MissingDotnet_SaysWhatToInstall()
    {
        folder.WriteProject("A.csproj");
        var loader = new SolutionLoader(new DotnetCommand(folder.Path("no-dotnet-here")));

        var failure = await Assert.ThrowsAsync<InputException>(() =>
            loader.LoadAsync(TargetFinder.Find(folder.Root), true, new Progress<WorkProgress>(), CancellationToken.None));

        Assert.Contains("Install the .NET SDK", failure.Message);
    }
}
