using ExplicitContext.Consumers;

namespace Ide.Tests;

/// <summary>What the SDK's IDE services, the engine behind the error list and the light bulb, show in a project of this repository, which refers to the analyzers as projects.</summary>
public sealed class IdeTests
{
    private const string Typed = "internal static class Typed { public static InterpreterState Interp(ThreadState tstate) => ThreadState.Current.Interp; }";

    [Fact]
    public async Task AmbientReadThatIsTyped_IsUnderlinedAndFixedFromTheLightBulb()
    {
        var sample = Path.Combine(Repository.Root, "samples", "MiniScript");
        var file = Path.Combine(sample, "EntryPoint.cs");
        await using var editor = await Editor.OpenAsync(Path.Combine(sample, "MiniScript.csproj"), file, await File.ReadAllTextAsync(file));
        Assert.DoesNotContain(await editor.DiagnosticsAsync(), diagnostic => diagnostic.Id == "ECTX1001");
        var before = editor.Text;

        await editor.ChangeAsync(before + Typed);
        var diagnostic = Assert.Single(await editor.DiagnosticsAsync(), diagnostic => diagnostic.Id == "ECTX1001");
        Assert.Equal("'ThreadState.Current' is ambient, and 'tstate' is at hand here: use it", diagnostic.Message);
        Assert.Equal("ThreadState.Current", diagnostic.TextIn(editor.Text));

        await editor.ApplyAsync(Assert.Single(await editor.FixesAsync(diagnostic), fix => fix.Title == "Use 'tstate'"));
        Assert.Equal(before + Typed.Replace("ThreadState.Current", "tstate"), editor.Text);
        Assert.DoesNotContain(await editor.DiagnosticsAsync(), diagnostic => diagnostic.Id == "ECTX1001");
    }
}
