using System.Collections.Immutable;
using ExplicitContext.ChangeSignature;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ExplicitContext.CodeFixes;

/// <summary>Moves all reads of a scope up in one pass over the solution, so that callers and callees that both change fit together.</summary>
internal sealed class TakeContextFixAllProvider : FixAllProvider
{
    /// <summary>The provider; it has no state.</summary>
    public static TakeContextFixAllProvider Instance { get; } = new();

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var requests = new List<ContextRequest>();
        foreach (var (document, diagnostic) in await DiagnosticsAsync(context).ConfigureAwait(false))
        {
            if (await TakeContextCodeFixProvider.TargetAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { Request: { } request })
                requests.Add(request);
        }

        return requests.Count == 0
            ? null
            : CodeAction.Create(
                "Take the context as a parameter",
                cancellationToken => TakeContextCodeFixProvider.ApplyAsync(context.Solution, requests, cancellationToken),
                context.CodeActionEquivalenceKey);
    }

    /// <summary>The findings of the scope, in an order of their own.</summary>
    private static async Task<IEnumerable<(Document Document, Diagnostic Diagnostic)>> DiagnosticsAsync(FixAllContext context)
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
