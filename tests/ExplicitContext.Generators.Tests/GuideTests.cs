using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ExplicitContext.Generators.Tests.Shims;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests;

/// <summary>The programs of the guides about what is generated compile, and print what the guides say.</summary>
public class GuideTests
{
    [Theory]
    [InlineData("shims.md")]
    [InlineData("state.md")]
    public async Task TheProgramOfAGuide_PrintsWhatTheGuideSays(string guide)
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "guides", guide)).ReplaceLineEndings("\n");
        var project = new TestProject(Blocks(page, "csharp"), "global using System;") { OutputKind = OutputKind.ConsoleApplication, IsGenerating = true };

        var compilation = (CSharpCompilation)(await project.ToProject().GetCompilationAsync())!;

        Assert.Equal("", TestCompilation.ErrorsOf(compilation));
        Assert.Empty(ShimWorld.Findings(compilation));
        using var program = new CompiledProgram(compilation);
        Assert.Equal(Blocks(page, "output"), program.Run().ReplaceLineEndings("\n"));
    }

    private static string Blocks(string page, string language) =>
        string.Concat(Regex.Matches(page, $"^```{language}\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline).Select(block => block.Groups[1].Value));

    private static string Root([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
