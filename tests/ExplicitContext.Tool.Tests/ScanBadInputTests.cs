using ExplicitContext.Migration.Loading;
using ExplicitContext.Tool.Consoles;

namespace ExplicitContext.Tool.Tests;

public sealed class ScanBadInputTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task EmptyFolder_IsOneMessage()
    {
        var run = await ToolRun.Async("scan", folder.Root);

        AssertOneMessage(run, "holds no solution and no C# project");
    }

    [Theory]
    [InlineData("Required command was not provided.")]
    [InlineData("'--frobnicate'", "scan", "--frobnicate")]
    [InlineData("'many'", "scan", "--chains", "many")]
    [InlineData("--chains takes a number from 0 on.", "scan", "--chains", "-1")]
    public async Task WrongCommandLine_IsOneMessage(string part, params string[] arguments)
    {
        var run = await ToolRun.Async(arguments);

        AssertOneMessage(run, part);
        Assert.Contains("--help`.", run.Error);
    }

    [Fact]
    public async Task ProjectThatCannotBeRead_IsOneMessage()
    {
        folder.Write("A.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\">");

        var run = await ToolRun.Async("scan", folder.Root);

        Assert.Equal(ExitCode.Error, run.ExitCode);
        Assert.Contains("A.csproj: the project cannot be read: MSB4025", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public async Task UnknownAmbientId_IsNamed_AndTheRestStillScanned()
    {
        WriteApp("class C { static int x; }");

        var run = await ToolRun.Async("scan", folder.Root, "--ambient", "P:No.Such");

        Assert.Equal(ExitCode.Error, run.ExitCode);
        Assert.Contains("--ambient: 'P:No.Such' names nothing", run.Error);
        Assert.Contains("1 static member in 1 type", run.Output);
    }

    [Fact]
    public async Task ConfigurationLines_ThatDoNotParseOrResolve_AreNamedWithTheirPlace()
    {
        WriteApp("class C { }");
        folder.Write("ExplicitContext.txt", "# fine\nEngine.Current\nP:No.Such\n");

        var run = await ToolRun.Async("scan", folder.Root);

        Assert.Equal(ExitCode.Error, run.ExitCode);
        Assert.Contains("ExplicitContext.txt(2,1): 'Engine.Current' is not a documentation ID.", run.Error);
        Assert.Contains("ExplicitContext.txt(3,1): 'P:No.Such' names nothing", run.Error);
    }

    [Fact]
    public async Task ConfigurationEntry_KnownToOneProject_IsNoProblem()
    {
        folder.WriteProject("Lib/Lib.csproj");
        folder.Write("Lib/C.cs", "public static class C { public static int X => 1; }");
        folder.WriteProject("Other/Other.csproj");
        folder.Write("Other/D.cs", "class D { }");
        folder.Write("All.slnx", """<Solution><Project Path="Lib/Lib.csproj" /><Project Path="Other/Other.csproj" /></Solution>""");

        var run = await ToolRun.Async("scan", folder.Root, "--ambient", "P:C.X");

        Assert.Equal(ExitCode.Clean, run.ExitCode);
        Assert.DoesNotContain("names nothing", run.Error);
    }

    [Fact]
    public async Task MissingConfigurationFile_IsNamed()
    {
        WriteApp("class C { }");

        var run = await ToolRun.Async("scan", folder.Root, "--config", folder.Path("no.txt"));

        Assert.Equal(ExitCode.Error, run.ExitCode);
        Assert.Contains("no.txt: the configuration file cannot be read", run.Error);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task SyntaxError_IsNamed_AndTheRestStillScanned()
    {
        WriteApp("class C { static int x; }");
        folder.Write("Bad.cs", "class D\n{\n    void M( { }\n}");

        var run = await ToolRun.Async("scan", folder.Root);

        Assert.Equal(ExitCode.Error, run.ExitCode);
        Assert.Contains("App.csproj: 1 file does not compile, so its figures are a lower bound. First: Bad.cs(3,13): CS1026:", run.Error);
        Assert.EndsWith("then scan again.", run.Error.TrimEnd());
        Assert.Contains("1 static member in 1 type", run.Output);
    }

    [Fact]
    public async Task OutputThatCannotBeWritten_IsOneMessage()
    {
        WriteApp("class C { }");

        var run = await ToolRun.Async("scan", folder.Root, "--output", folder.Path("no/such/folder.json"));

        Assert.Equal(ExitCode.Error, run.ExitCode);
        Assert.Contains("folder.json: the report cannot be written", run.Error);
    }

    [Fact]
    public async Task Cancelling_SaysSo()
    {
        WriteApp("class C { }");
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var host = new ToolHost(output, error, TerminalKind.Redirected, TerminalKind.Redirected, new DotnetCommand(), TimeProvider.System);

        var exitCode = await new CommandLine(host).RunAsync(["scan", folder.Root], stop.Token);

        Assert.Equal(ExitCode.Error, exitCode);
        Assert.Equal("", output.ToString());
        Assert.EndsWith("Cancelled. Nothing was written.", error.ToString().TrimEnd());
    }

    private void WriteApp(string source)
    {
        folder.WriteProject("App.csproj");
        folder.Write("C.cs", source);
    }

    private static void AssertOneMessage(ToolRun run, string part)
    {
        Assert.Equal(ExitCode.Error, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains(part, Assert.Single(run.Error.TrimEnd().Split('\n')));
    }
}
