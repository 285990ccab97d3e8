extern alias legacy;
extern alias migrated;

namespace Samples.Tests;

public sealed class PublicApiTests
{
    /// <summary>What the sample before has no counterpart of: the plug that makes the language run by <c>interp.Exec</c>.</summary>
    private const string AddedForHosting = "MiniScript.MiniScriptLanguage";

    [Fact]
    public void Migration_LeavesThePublicApiAsItWas()
    {
        var before = PublicSurface.Of(typeof(legacy::MiniScript.Engine).Assembly);
        var after = PublicSurface.Of(typeof(migrated::MiniScript.Engine).Assembly);

        Assert.Equal(before, after.Where(line => !line.StartsWith($"{AddedForHosting}:", StringComparison.Ordinal)));
        Assert.Contains(after, line => line.StartsWith($"{AddedForHosting}:", StringComparison.Ordinal));
    }

    [Fact]
    public void PublicSurface_ShowsWhatAUserDependsOn()
    {
        var surface = PublicSurface.Of(typeof(migrated::MiniScript.Engine).Assembly);

        Assert.Contains(surface, line => line.StartsWith("MiniScript.Engine:", StringComparison.Ordinal)
            && line.Contains("Run(") && line.Contains("scriptName = script"));
        Assert.Contains(surface, line => line.StartsWith("MiniScript.ScriptValue:", StringComparison.Ordinal)
            && line.Contains("[ParamArrayAttribute]") && line.Contains("Invoke("));
        Assert.Contains(surface, line => line.StartsWith("MiniScript.ScriptKind:", StringComparison.Ordinal) && line.Contains("Function 5"));
        Assert.DoesNotContain(surface, line => line.Contains("tstate") && !line.StartsWith($"{AddedForHosting}:", StringComparison.Ordinal));
    }
}
