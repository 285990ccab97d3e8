using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Analyzers.Tests.Conformance;

/// <summary>A rule about code, its analyzer, and the marked sample in which it must find something.</summary>
internal sealed class ConformingRule
{
    private const string Folder = "Conformance.Samples.";
    private readonly string sample;

    private ConformingRule(DiagnosticDescriptor descriptor, DiagnosticAnalyzer analyzer)
    {
        Descriptor = descriptor;
        Analyzer = analyzer;
        sample = Read(descriptor.Id);
    }

    /// <summary>Rules about configuration files and about what a generator left behind have tests of their own.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. Instances.Of<DiagnosticAnalyzer>(typeof(RuleIds))
            .SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .DistinctBy(rule => rule.Id)
            .Where(rule => rule.Category is not (RuleCategories.Configuration or RuleCategories.Generation))
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    public static IEnumerable<string> SampleNames => typeof(ConformingRule).Assembly.GetManifestResourceNames()
        .Where(name => name.Contains(Folder, StringComparison.Ordinal))
        .Select(name => name[(name.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..^".cs".Length]);

    public DiagnosticDescriptor Descriptor { get; }

    public DiagnosticAnalyzer Analyzer { get; }

    public TestProject Project => EngineProject.With(sample);

    public IReadOnlyList<TextSpan> ExpectedSpans => [.. MarkupText.Parse(sample).Spans.Select(span => span.Span).OrderBy(span => span.Start)];

    public static ConformingRule Of(string id) => new(
        All.Single(rule => rule.Id == id),
        Instances.Of<DiagnosticAnalyzer>(typeof(RuleIds)).First(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id == id)));

    public TestProject Edited(Func<string, string> edit) => EngineProject.With(edit(MarkupText.Parse(sample).Text));

    /// <summary>What the rule reports in the sample itself, not in the world around it; a sample must compile.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(TestProject project)
    {
        var diagnostics = await DiagnosticVerifier.DiagnosticsAsync(project.ToProject(), [Analyzer]);
        Assert.Empty(diagnostics.Where(diagnostic => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal) || diagnostic.Id == "AD0001"));
        return [.. diagnostics.Where(diagnostic => diagnostic.Id == Descriptor.Id && diagnostic.Location.GetLineSpan().Path == project.Sources[0].PathAt(0))];
    }

    private static string Read(string id)
    {
        var assembly = typeof(ConformingRule).Assembly;
        using var stream = assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(name => name.EndsWith($"{Folder}{id}.cs", StringComparison.Ordinal)))!;
        return new StreamReader(stream).ReadToEnd();
    }
}
