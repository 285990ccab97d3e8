using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.CodeFixes;

/// <summary>
/// A fix that changes the text of the finding's document, so that all the rest stays to the letter. One finding or a thousand, it is the same pass over the document.
/// </summary>
public abstract class TextChangingCodeFixProvider : CodeFixProvider
{
    /// <summary>What the light bulb says.</summary>
    private protected abstract string Title { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FixAsync(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false) is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Title,
                        async cancellationToken => await FixAsync(context.Document, [diagnostic], cancellationToken).ConfigureAwait(false) ?? context.Document,
                        diagnostic.Id),
                    diagnostic);
            }
        }
    }

    /// <summary>The changes for some findings, none of which overlap; empty where no change is known to be safe.</summary>
    private protected abstract IEnumerable<TextChange> ChangesFor(
        ImmutableArray<Diagnostic> diagnostics, SyntaxNode root, SemanticModel model, SourceText text, CancellationToken cancellationToken);

    private async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return null;

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var changes = ChangesFor(diagnostics, root, model, text, cancellationToken).Distinct().OrderBy(change => change.Span.Start).ToList();
        return changes.Count == 0 ? null : document.WithText(text.WithChanges(changes));
    }
}
