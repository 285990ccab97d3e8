using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace ExplicitContext.Testing;

/// <summary>Asks a fix what it offers, and applies it.</summary>
internal static class CodeActions
{
    public static async Task<IReadOnlyList<CodeAction>> OfferedAsync(Project project, CodeFixProvider fix, Diagnostic diagnostic)
    {
        var offered = new List<CodeAction>();
        if (fix.FixableDiagnosticIds.Contains(diagnostic.Id) && project.GetDocument(diagnostic.Location.SourceTree) is { } document)
        {
            await fix.RegisterCodeFixesAsync(
                new CodeFixContext(document, diagnostic, (action, _) => offered.Add(action), CancellationToken.None));
        }

        return offered;
    }

    public static async Task<Project> ApplyAsync(CodeAction action, Project project)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changes = Assert.IsType<ApplyChangesOperation>(Assert.Single(operations));
        return changes.ChangedSolution.GetProject(project.Id)!;
    }
}
