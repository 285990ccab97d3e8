namespace ExplicitContext.Tool.Tests.Baselines;

/// <summary>Two branches change one baseline.</summary>
public sealed class MergeTests
{
    private static string Lines(string letters) => string.Concat(letters.Select(letter => $"ECTX1002 M:Game.{letter} P:Game.Engine.Current\n"));

    [Theory]
    [InlineData("ABCDEFG", "ACDEFG", "ABCDEG", "ACDEG")]
    [InlineData("ABCDEFG", "BCDEFG", "ABCDEF", "BCDEF")]
    public void RemovalsThatAreNotAdjacent_MergeByGitAlone(string before, string ours, string theirs, string merged)
    {
        using var git = new GitRepository(withDriver: false);

        Assert.True(git.Merge(Lines(before), Lines(ours), Lines(theirs)));
        Assert.Equal(Lines(merged), git.Baseline);
    }

    [Fact]
    public void AdjacentRemovals_NeedTheDriver()
    {
        using var git = new GitRepository(withDriver: false);

        Assert.False(git.Merge(Lines("ABCD"), Lines("ACD"), Lines("ABD")));
        Assert.Contains("<<<<<<<", git.Baseline);
    }

    [Theory]
    [InlineData("ABCD", "ACD", "ABD", "AD")]
    [InlineData("AB", "A", "B", "")]
    [InlineData("ABCD", "AD", "BC", "")]
    [InlineData("AD", "ABD", "ACD", "ABCD")]
    [InlineData("ABC", "AB", "AB", "AB")]
    [InlineData("ABC", "ABX", "AYC", "AXY")]
    public void AnyChanges_MergeWithTheDriver(string before, string ours, string theirs, string merged)
    {
        using var git = new GitRepository(withDriver: true);

        Assert.True(git.Merge(Lines(before), Lines(ours), Lines(theirs)));
        Assert.Equal(Lines(string.Concat(merged.Order())), git.Baseline);
    }

    [Fact]
    public void CountsThatBothSidesChanged_MergeToTheStricterOne()
    {
        using var git = new GitRepository(withDriver: true);

        Assert.True(git.Merge("ECTX1002 M:A P:B 5\n", "ECTX1002 M:A P:B 3\n", "ECTX1002 M:A P:B 2\n"));
        Assert.Equal("ECTX1002 M:A P:B 2\n", git.Baseline);
    }

    [Fact]
    public void BaselineThatBothSidesAdd_IsMerged()
    {
        using var git = new GitRepository(withDriver: true);

        Assert.True(git.Merge("", Lines("AC"), Lines("BC")));
        Assert.Equal(Lines("ABC"), git.Baseline);
    }

    [Fact]
    public void LineThatDoesNotParse_IsLeftToThePersonWhoMerges()
    {
        using var git = new GitRepository(withDriver: true);

        Assert.False(git.Merge(Lines("ABC"), Lines("AB"), Lines("AC") + "what is this\n"));
    }

    [Fact]
    public async Task Command_SaysWhichLineItCannotRead_AndLeavesTheFile()
    {
        using var folder = new TempFolder();
        var (before, ours, theirs) = (folder.Write("base", Lines("AB")), folder.Write("ours", Lines("A") + "nonsense\n"), folder.Write("theirs", Lines("B")));

        var run = await ToolRun.Async("baseline", "merge", before, ours, theirs);

        Assert.Equal((ExitCode.Error, ""), (run.ExitCode, run.Output));
        Assert.Contains("ours:2: 'nonsense' is no rule", run.Error);
        Assert.Equal(Lines("A") + "nonsense\n", File.ReadAllText(ours));
    }

    [Fact]
    public async Task Command_WritesTheResultOverOurs_SilentlyAndWithLineFeeds()
    {
        using var folder = new TempFolder();
        var (before, ours, theirs) = (folder.Write("base", Lines("ABC")), folder.Write("ours", Lines("BA").Replace("\n", "\r\n")), folder.Write("theirs", Lines("ABC")));

        var run = await ToolRun.Async("baseline", "merge", before, ours, theirs);

        Assert.Equal(new ToolRun(ExitCode.Clean, "", ""), run);
        Assert.Equal(Lines("AB"), File.ReadAllText(ours));
    }
}
