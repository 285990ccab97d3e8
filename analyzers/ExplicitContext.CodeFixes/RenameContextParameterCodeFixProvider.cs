using System.Collections.Immutable;
using System.Composition;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.CodeFixes;

/// <summary>Fixes ECTX2006 where only the name is wrong: the parameter gets its conventional name, wherever it is named.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameContextParameterCodeFixProvider))]
[Shared]
public sealed class RenameContextParameterCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ContextParameterConvention];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new All();

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await RenamingAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } renaming)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Rename to '{renaming.NewName}'",
                        cancellationToken => renaming.ApplyAsync(context.Document.Project.Solution, cancellationToken),
                        RuleIds.ContextParameterConvention),
                    diagnostic);
            }
        }
    }

    private static async Task<ContextParameterName?> RenamingAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return diagnostic.Properties.TryGetValue(FixProperties.NewName, out var name) && name is not null
            && root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ParameterSyntax>() is { } syntax
            && model?.GetDeclaredSymbol(syntax, cancellationToken) is { } parameter
                ? ContextParameterName.Of(document.Project.Id, parameter, name, cancellationToken)
                : null;
    }

    /// <summary>Renames one after the other: each renaming sees what the one before has done.</summary>
    private sealed class All : FixAllProvider
    {
        public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(
            CodeAction.Create("Rename context parameters by convention", cancellationToken => ApplyAsync(fixAllContext, cancellationToken), RuleIds.ContextParameterConvention));

        private static async Task<Solution> ApplyAsync(FixAllContext context, CancellationToken cancellationToken)
        {
            var renamings = new List<ContextParameterName>();
            foreach (var document in Documents(context))
            {
                foreach (var diagnostic in await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
                {
                    if (await RenamingAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } renaming)
                        renamings.Add(renaming);
                }
            }

            var solution = context.Solution;
            foreach (var renaming in renamings)
                solution = await renaming.ApplyAsync(solution, cancellationToken).ConfigureAwait(false);
            return solution;
        }

        private static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
        {
            FixAllScope.Document => context.Document is { } document ? [document] : [],
            FixAllScope.Project => context.Project.Documents,
            _ => context.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp).SelectMany(project => project.Documents),
        };
    }
}
