extern alias legacy;
extern alias migrated;

namespace Samples.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void Migration_LeavesThePublicApiAsItWas()
    {
        var before = PublicSurface.Of(typeof(legacy::MiniScript.Engine).Assembly);
        var after = PublicSurface.Of(typeof(migrated::MiniScript.Engine).Assembly);

        Assert.Equal(before, after);
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
        Assert.DoesNotContain(surface, line => line.Contains("tstate"));
    }
}
