using LuaHost;

namespace Samples.Tests;

/// <summary>The examples of PEP 554 and PEP 734, told in Lua.</summary>
public sealed class LuaScriptTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "lua");

    public static TheoryData<string> Scripts => [.. Directory.GetFiles(Folder, "*.lua").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_PrintsWhatIsExpected(string name)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var succeeded = LuaScript.Run(Path.Combine(Folder, name), output, error);

        Assert.Equal((true, ""), (succeeded, error.ToString()));
        Assert.Equal(File.ReadAllText(Path.ChangeExtension(Path.Combine(Folder, name), ".out")), output.ToString());
    }

    [Fact]
    public void Script_ThatFails_IsToldWithItsStack()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "local function f() error('no') end\nf()");
        var error = new StringWriter();
        try
        {
            Assert.False(LuaScript.Run(file, TextWriter.Null, error));
        }
        finally
        {
            File.Delete(file);
        }

        Assert.StartsWith($"{Path.GetFileName(file)}:1: no\nstack traceback:", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("prelude", error.ToString(), StringComparison.Ordinal);
    }
}
