using ExplicitContext.Consumers;

namespace Ide.Tests;

/// <summary>Reach in an open file, without analysis of the whole solution: the packages' tables are at hand, and those of the project are made while one types.</summary>
public sealed class ReachInTheIdeTests
{
    [Fact]
    public async Task ChainThroughAPackage_IsUnderlined_AndSoIsWhatIsTypedOnTopOfIt()
    {
        using var feed = new PackageFeed();
        await feed.PackAsync("runtime/ExplicitContext.Annotations");
        using var chain = await ChainOfProjects.CreateAsync(feed);
        await using var editor = await Editor.OpenAsync(chain.ProjectFile, chain.SourceFile, ChainOfProjects.Application);

        var opened = Assert.Single(await editor.DiagnosticsAsync(), diagnostic => diagnostic.Id == "ECTX1003");
        Assert.Equal("Go", opened.TextIn(editor.Text));
        Assert.Contains("(Service.Go -> Service.Hidden -> Reader.Read -> Engine.Current)", opened.Message, StringComparison.Ordinal);

        await editor.ChangeAsync(editor.Text + "internal static class Typed { public static int Again(Middle.Service service) => App.Use(service) + App.Not(service); }\n");
        var typed = Assert.Single(await editor.DiagnosticsAsync(), diagnostic => diagnostic.Id == "ECTX1003" && diagnostic.TextIn(editor.Text) == "Use");
        Assert.Contains("(App.Use -> Service.Go -> Service.Hidden -> Reader.Read -> Engine.Current)", typed.Message, StringComparison.Ordinal);

        await editor.ChangeAsync(editor.Text.Replace("service.Go()", "service.Idle()", StringComparison.Ordinal));
        Assert.DoesNotContain(await editor.DiagnosticsAsync(), diagnostic => diagnostic.Id == "ECTX1003");
    }
}
