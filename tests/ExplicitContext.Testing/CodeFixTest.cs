using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace ExplicitContext.Testing;

/// <summary>
/// Tests of one fix: applied one by one it gives the expected text, which compiles, on which a second pass offers nothing; FixAll in
/// document, project and solution gives the same.
/// </summary>
public static class CodeFixTest<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>Verifies the fix.</summary>
    /// <param name="before">The project, with markup on what is reported.</param>
    /// <param name="after">The sources afterwards, in the same order, with markup on what is still reported.</param>
    public static async Task VerifyAsync(TestProject before, params CSharpSource[] after)
    {
        Assert.Equal(before.Sources.Length, after.Length);
        var expected = before with { Sources = [.. after.Zip(before.Sources, (source, old) => source with { Path = old.Path })] };
        var original = before.ToProject();
        var diagnostics = await DiagnosticsAsync(original);
        DiagnosticVerifier.Verify(before.Expected(), diagnostics, new TAnalyzer());

        var @fixed = await ApplyOneByOneAsync(original, diagnostics.Length);
        await AssertTextsAsync(expected, @fixed, "Applied one by one");
        DiagnosticVerifier.Verify(expected.Expected(), await DiagnosticsAsync(@fixed), new TAnalyzer());

        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
            await AssertTextsAsync(expected, await FixAllRunner.ApplyAsync(original, new TAnalyzer(), new TFix(), scope), $"FixAll in {scope}");
    }

    /// <summary>Verifies one step of a fix that moves its finding: what the first finding is offered, and what that gives, FixAll included.</summary>
    public static async Task VerifyOnceAsync(TestProject before, string title, params CSharpSource[] after)
    {
        var original = before.ToProject();
        var action = await FirstActionAsync(original, await DiagnosticsAsync(original));
        Assert.Equal(title, action?.Title);
        var expected = before with { Sources = [.. after.Zip(before.Sources, (source, old) => source with { Path = old.Path })] };
        var moved = await CodeActions.ApplyAsync(action!, original);
        await AssertTextsAsync(expected, moved, "Applied once");
        DiagnosticVerifier.Verify(expected.Expected(), await DiagnosticsAsync(moved), new TAnalyzer());
        await VerifyFixAllOnceAsync(before, after);
    }

    /// <summary>Verifies one FixAll, in each scope, of a fix that moves its findings.</summary>
    public static async Task VerifyFixAllOnceAsync(TestProject before, params CSharpSource[] after)
    {
        Assert.Equal(before.Sources.Length, after.Length);
        var expected = before with { Sources = [.. after.Zip(before.Sources, (source, old) => source with { Path = old.Path })] };
        var original = before.ToProject();
        DiagnosticVerifier.Verify(before.Expected(), await DiagnosticsAsync(original), new TAnalyzer());
        foreach (var scope in new[] { FixAllScope.Project, FixAllScope.Solution })
        {
            var moved = await FixAllRunner.ApplyAsync(original, new TAnalyzer(), new TFix(), scope);
            await AssertTextsAsync(expected, moved, $"FixAll in {scope}");
            DiagnosticVerifier.Verify(expected.Expected(), await DiagnosticsAsync(moved), new TAnalyzer());
        }
    }

    /// <summary>Verifies that what is marked is reported and that no fix is offered for it.</summary>
    public static async Task VerifyNoFixAsync(TestProject project)
    {
        var original = project.ToProject();
        var diagnostics = await DiagnosticsAsync(original);
        DiagnosticVerifier.Verify(project.Expected(), diagnostics, new TAnalyzer());
        Assert.Null(await FirstActionAsync(original, diagnostics));
    }

    private static async Task<Project> ApplyOneByOneAsync(Project project, int limit)
    {
        var errorsBefore = ErrorIds(await project.GetCompilationAsync());
        for (var applied = 0; await FirstActionAsync(project, await DiagnosticsAsync(project)) is { } action; applied++)
        {
            Assert.True(applied < limit, $"After {limit} fixes, as many as were reported, '{action.Title}' is still offered.");
            project = await CodeActions.ApplyAsync(action, project);
            var errors = ErrorIds(await project.GetCompilationAsync());
            Assert.True(
                errors.All(id => errors.Count(other => other == id) <= errorsBefore.Count(other => other == id)),
                $"'{action.Title}' breaks the code:{Environment.NewLine}{TestCompilation.ErrorsOf((await project.GetCompilationAsync())!)}{Environment.NewLine}{await TextAsync(project)}");
        }

        return project;
    }

    private static async Task<CodeAction?> FirstActionAsync(Project project, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (await CodeActions.OfferedAsync(project, new TFix(), diagnostic) is [var action, ..])
                return action;
        }

        return null;
    }

    private static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project) =>
        DiagnosticVerifier.DiagnosticsAsync(project, [new TAnalyzer()]);

    private static List<string> ErrorIds(Compilation? compilation) =>
        [.. compilation!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id)];

    private static async Task AssertTextsAsync(TestProject expected, Project actual, string how)
    {
        var documents = actual.Documents.ToList();
        for (var i = 0; i < expected.Sources.Length; i++)
        {
            var wanted = MarkupText.Parse(expected.Sources[i].Text).Text;
            var found = (await documents[i].GetTextAsync()).ToString();
            if (wanted != found)
                Assert.Fail($"{how}, {documents[i].Name} differs (- expected, + actual):{Environment.NewLine}{TextDiff.Describe(wanted, found)}");
        }
    }

    private static async Task<string> TextAsync(Project project) =>
        string.Join(Environment.NewLine, await Task.WhenAll(project.Documents.Select(async document => (await document.GetTextAsync()).ToString())));
}
