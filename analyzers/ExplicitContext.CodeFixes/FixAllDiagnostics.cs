using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ExplicitContext.CodeFixes;

/// <summary>The findings that a fix of a whole scope is about.</summary>
internal static class FixAllDiagnostics
{
    /// <summary>All of the scope, each with its document, in an order of their own.</summary>
    public static async Task<IEnumerable<(Document Document, Diagnostic Diagnostic)>> OfAsync(FixAllContext context)
    {
        var diagnostics = context.Scope switch
        {
            FixAllScope.Document => await context.GetDocumentDiagnosticsAsync(context.Document!).ConfigureAwait(false),
            FixAllScope.Project => await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false),
            _ => await SolutionAsync(context).ConfigureAwait(false),
        };
        return
            from diagnostic in diagnostics
            let document = context.Solution.GetDocument(diagnostic.Location.SourceTree)
            where document is not null
            orderby document.FilePath ?? document.Name, document.Project.Name, diagnostic.Location.SourceSpan.Start
            select (document, diagnostic);
    }

    private static async Task<ImmutableArray<Diagnostic>> SolutionAsync(FixAllContext context)
    {
        var all = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var project in context.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp))
            all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        return all.ToImmutable();
    }
}
