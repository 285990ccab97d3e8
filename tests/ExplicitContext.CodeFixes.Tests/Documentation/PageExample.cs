using ExplicitContext.Generators;
using ExplicitContext.Model.Baseline;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.CodeFixes.Tests.Documentation;

/// <summary>A code block of a page, in the world of the tests: C#, or the text of a configuration file. The text of a baseline belongs to the C# of its section.</summary>
internal sealed class PageExample(TestProject project)
{
    private const string Usings = "global using System; global using ExplicitContext;";

    public static IReadOnlyList<PageExample> AllIn(RulePageText page, string section) =>
    [
        .. page.Code(section, "csharp").Select(code => new PageExample(WithBaseline(new TestProject(code, Usings, EngineProject.World).WithPropertiesOfSources(), page, section))),
        .. page.Code(section, "text").Where(text => !IsBaseline(text)).Select(text => new PageExample(new TestProject(Usings, EngineProject.World).WithContextFile(text))),
    ];

    /// <summary>The rules that all of the toolkit reports in the example itself, as in a user's project: generators first, analyzers on the result.</summary>
    public async Task<IReadOnlyList<string>> ReportedAsync()
    {
        var run = GeneratorTest<ContextOverloadGenerator>.RunUnchecked(project).AssertCompiles();
        var withAnalyzers = Inferred.With(run.Output, project.ToProject().AnalyzerOptions.AdditionalFiles).WithAnalyzers(ShippedRules.Analyzers, project.ToProject().AnalyzerOptions);
        var diagnostics = await withAnalyzers.GetAnalyzerDiagnosticsAsync();
        var world = run.Input.SyntaxTrees.Last();
        return [.. diagnostics.Where(diagnostic => diagnostic.Location.SourceTree != world).Select(diagnostic => diagnostic.Id)];
    }

    private static TestProject WithBaseline(TestProject project, RulePageText page, string section) => page.Code(section, "text").FirstOrDefault(IsBaseline) is { } baseline
        ? project with { AdditionalFiles = project.AdditionalFiles.Add(BaselineFile.Name, baseline) }
        : project;

    private static bool IsBaseline(string text) => text.StartsWith("ECTX", StringComparison.Ordinal);
}
