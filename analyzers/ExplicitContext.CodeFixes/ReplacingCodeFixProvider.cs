using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ExplicitContext.CodeFixes;

/// <summary>
/// A fix that replaces nodes in the document of the finding. One finding or a thousand, it is the same pass over the document, so FixAll gives
/// what the fixes one by one give.
/// </summary>
public abstract class ReplacingCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        (context, document, diagnostics) => FixAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && model is not null && FixFor(diagnostic, root, model, context.CancellationToken) is { } fix)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        fix.Title,
                        async cancellationToken => await FixAsync(context.Document, [diagnostic], fix.EquivalenceKey, cancellationToken).ConfigureAwait(false) ?? context.Document,
                        fix.EquivalenceKey),
                    diagnostic);
            }
        }
    }

    /// <summary>What the fix does for one finding, or null where no change is known to be safe.</summary>
    private protected abstract Fix? FixFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken);

    private async Task<Document?> FixAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string? equivalenceKey, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return null;

        var replacements = new Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>();
        foreach (var diagnostic in diagnostics)
        {
            if (FixFor(diagnostic, root, model, cancellationToken) is { } fix && fix.EquivalenceKey == equivalenceKey)
            {
                foreach (var part in fix.Further.Add(fix))
                    replacements[part.Old] = part.New;
            }
        }

        return replacements.Count == 0
            ? null
            : document.WithSyntaxRoot(root.ReplaceNodes(replacements.Keys, (old, rewritten) => replacements[old](rewritten)));
    }
}
