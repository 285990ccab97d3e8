namespace ExplicitContext.Tool.Tests;

public class HelpTests
{
    [Theory]
    [InlineData("explicit-context [command] [options]", "--help")]
    [InlineData("explicit-context scan", "scan", "--help")]
    [InlineData("explicit-context baseline check", "baseline", "check", "--help")]
    public async Task Help_NamesTheCommandAsOneCallsIt(string usage, params string[] arguments)
    {
        var run = await ToolRun.Async(arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(usage, run.Output);
    }

    [Fact]
    public async Task Version_IsTold()
    {
        var run = await ToolRun.Async("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.NotEmpty(run.Output.Trim());
    }
}
