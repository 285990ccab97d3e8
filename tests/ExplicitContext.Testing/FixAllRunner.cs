using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace ExplicitContext.Testing;

/// <summary>Applies a fix's FixAll provider as a host does: once for each kind of action that is offered, in one scope.</summary>
public static class FixAllRunner
{
    /// <summary>The project afterwards.</summary>
    public static async Task<Project> ApplyAsync(Project project, DiagnosticAnalyzer analyzer, CodeFixProvider fix, FixAllScope scope)
    {
        var provider = fix.GetFixAllProvider();
        Assert.NotNull(provider);
        Assert.Contains(scope, provider.GetSupportedFixAllScopes());
        foreach (var key in await EquivalenceKeysAsync(project, analyzer, fix))
        {
            var starts = scope == FixAllScope.Document ? project.DocumentIds : project.DocumentIds.Take(1);
            foreach (var start in starts)
            {
                var context = new FixAllContext(
                    project.GetDocument(start)!, fix, scope, key, fix.FixableDiagnosticIds, new Provider(analyzer), CancellationToken.None);
                if (await provider.GetFixAsync(context) is { } action)
                    project = await CodeActions.ApplyAsync(action, project);
            }
        }

        return project;
    }

    private static async Task<IReadOnlyList<string>> EquivalenceKeysAsync(Project project, DiagnosticAnalyzer analyzer, CodeFixProvider fix)
    {
        var keys = new List<string>();
        foreach (var diagnostic in await DiagnosticVerifier.DiagnosticsAsync(project, [analyzer]))
        {
            if (await CodeActions.OfferedAsync(project, fix, diagnostic) is [var first, ..])
            {
                Assert.False(first.EquivalenceKey is null, $"'{first.Title}' has no equivalence key, so FixAll cannot be offered.");
                keys.Add(first.EquivalenceKey);
            }
        }

        return [.. keys.Distinct()];
    }

    private sealed class Provider(DiagnosticAnalyzer analyzer) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await OursAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await OursAsync(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await OursAsync(project)).Where(diagnostic => !diagnostic.Location.IsInSource);

        private async Task<ImmutableArray<Diagnostic>> OursAsync(Project project)
        {
            var all = await DiagnosticVerifier.DiagnosticsAsync(project, [analyzer]);
            return [.. all.Where(diagnostic => analyzer.SupportedDiagnostics.Any(rule => rule.Id == diagnostic.Id))];
        }
    }
}
