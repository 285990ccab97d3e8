using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace ExplicitContext.Testing;

/// <summary>Tests of one analyzer: what it reports is exactly what is marked, and nothing else, the compiler's errors included.</summary>
public static class AnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>Verifies spans and rules against the markup.</summary>
    /// <param name="project">The project, or its only source.</param>
    /// <param name="severity">The severity that every diagnostic of the analyzer must have; its rule's default where null.</param>
    /// <param name="messages">The messages in order of file and position; not looked at where none are given.</param>
    public static async Task VerifyAsync(TestProject project, DiagnosticSeverity? severity = null, params string[] messages)
    {
        var analyzer = new TAnalyzer();
        var diagnostics = await DiagnosticVerifier.DiagnosticsAsync(project.ToProject(), [analyzer]);
        DiagnosticVerifier.Verify(project.Expected(), diagnostics, analyzer);

        var ours = diagnostics.Where(diagnostic => analyzer.SupportedDiagnostics.Any(rule => rule.Id == diagnostic.Id)).ToList();
        Assert.All(ours, diagnostic => Assert.Equal(severity ?? diagnostic.Descriptor.DefaultSeverity, diagnostic.Severity));
        if (messages.Length > 0)
            Assert.Equal(messages, ours.Select(diagnostic => diagnostic.GetMessage()));
    }

    /// <summary>The analyzer's diagnostics, for assertions on properties and additional locations.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(TestProject project) =>
        await DiagnosticVerifier.DiagnosticsAsync(project.ToProject(), [new TAnalyzer()]);
}
