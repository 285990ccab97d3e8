using ExplicitContext.Analyzers.Generation;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.CodeFixes.Tests.Documentation;

/// <summary>The code in the guides compiles, and does what they say: it prints, generates and graduates.</summary>
public sealed class GuideTests
{
    public static TheoryData<string> Guides => [.. GuidePage.Names];

    public static TheoryData<string> Programs => [.. GuidePage.Names.Where(name => new GuidePage(name).Infos.Contains("csharp"))];

    public static TheoryData<string> GraduatedPrograms => [.. GuidePage.Names.Where(name => new GuidePage(name).Infos.Contains("csharp graduated"))];

    [Theory]
    [MemberData(nameof(Guides))]
    public void EveryBlock_SaysWhatItIs(string guide) =>
        Assert.All(new GuidePage(guide).Infos, info => Assert.Contains(info, new[] { "csharp", "csharp generated", "csharp graduated", "csharp fragment", "output", "text", "ini", "xml", "" }));

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Program_PrintsAndGeneratesWhatTheGuideSays(string guide)
    {
        var page = new GuidePage(guide);

        var compilation = await GuidePage.CompiledAsync(page.Program);

        Assert.Equal("", TestCompilation.ErrorsOf(compilation));
        Assert.Equal(page.Announced, await ReportedAsync(compilation));
        Assert.Equal(page.Output, Printed(compilation));
        var generated = compilation.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).Select(WithoutDirectives).ToList();
        Assert.All(page.Generated, code => Assert.Contains(generated, text => text.Contains(code, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(GraduatedPrograms))]
    public async Task Program_GraduatesAsTheGuideSays(string guide)
    {
        var page = new GuidePage(guide);

        var project = await FixAllRunner.ApplyAsync(GuidePage.ProjectOf(page.Program).ToProject(), new GraduationAnalyzer(), new GraduateCodeFixProvider(), FixAllScope.Solution);

        Assert.Equal(page.Graduated, (await project.Documents.First().GetTextAsync()).ToString());
        Assert.Equal(page.Output, Printed(await GuidePage.CompiledAsync(page.Graduated)));
    }

    /// <summary>A generated file as a person reads it.</summary>
    private static string WithoutDirectives(SyntaxTree tree) => string.Join('\n', tree.ToString().ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith('#')));

    private static string Printed(CSharpCompilation compilation)
    {
        using var program = new CompiledProgram(compilation);
        return program.Run().ReplaceLineEndings("\n");
    }

    private static async Task<IEnumerable<string>> ReportedAsync(CSharpCompilation compilation) =>
        (await compilation.WithAnalyzers([new GenerationReportAnalyzer()], options: null).GetAnalyzerDiagnosticsAsync()).Select(diagnostic => diagnostic.Id);
}
