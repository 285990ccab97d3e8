namespace ExplicitContext.Tool.Tests;

/// <summary>Packs in an inventory, by the command line and by the project.</summary>
public sealed class ScanPackTests : IDisposable
{
    private readonly TempFolder folder = new();

    public ScanPackTests() => folder.Write("C.cs", """
        using System;
        static class C
        {
            static long Ticks() => DateTime.UtcNow.Ticks;
            static DateTime Later(DateTime day) => day.AddTicks(Ticks());
            static void Say() => Console.WriteLine(Environment.NewLine);
            static object Start() => new System.Diagnostics.ProcessStartInfo("a");
        }
        """);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Pack_DeclaresTheGlobalsOfTheFramework()
    {
        folder.WriteProject("App.csproj");

        var run = await ToolRun.Async("scan", folder.Root, "--pack", "clock");

        Assert.Matches(@"DateTime\.UtcNow +1 +0 +0 +1 +2 ", run.Output);
        Assert.DoesNotContain("Console", run.Output);
        Assert.DoesNotContain("DateTimeOffset", run.Output);
        Assert.Equal(ExitCode.Findings, run.ExitCode);
    }

    [Fact]
    public async Task SeveralPacks_AddUp_WhateverTheirCase()
    {
        folder.WriteProject("App.csproj");

        var run = await ToolRun.Async("scan", folder.Root, "--pack", "Clock", "--pack", "process", "--pack", "clock", "--pack", "build-task");

        Assert.Contains("DateTime.UtcNow ", run.Output);
        Assert.Contains("Console.WriteLine ", run.Output);
        Assert.Contains("new ProcessStartInfo ", run.Output);
    }

    [Fact]
    public async Task FileBesideTheProject_TakesBackWhatThePackSays()
    {
        folder.WriteProject("App.csproj");
        folder.Write("ExplicitContext.txt", "!P:System.DateTime.UtcNow\n");

        var run = await ToolRun.Async("scan", folder.Root, "--pack", "clock");

        Assert.DoesNotContain("DateTime.UtcNow", run.Output);
    }

    [Fact]
    public async Task PackOfTheProject_IsHonoured_AndNotReadTwice()
    {
        var packs = Path.Combine(RepositoryFolders.BuildTransitive, "packs");
        folder.WriteProject("App.csproj", $"""<ItemGroup><AdditionalFiles Include="{packs}/ExplicitContext.Pack.clock.txt" /></ItemGroup>""");

        var run = await ToolRun.Async("scan", folder.Root, "--pack", "clock");

        Assert.Matches(@"DateTime\.UtcNow +1 +0 +0 +1 +2 ", run.Output);
        Assert.NotEqual(ExitCode.Error, run.ExitCode);
    }

    [Fact]
    public async Task UnknownPack_IsRefusedWithThePacksThereAre()
    {
        folder.WriteProject("App.csproj");

        var run = await ToolRun.Async("scan", folder.Root, "--pack", "time");

        Assert.Equal(ExitCode.Error, run.ExitCode);
        Assert.Contains("--pack: 'time' is no pack. The packs are build-task, clock, http, process.", run.Error);
    }
}
