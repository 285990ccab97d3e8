using System.Collections.Immutable;
using System.Composition;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ExplicitContext.CodeFixes;

/// <summary>Fixes ECTX2005: the legacy signature is added again, as an entry point that hands on the ambient context.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddLegacyShimCodeFixProvider))]
[Shared]
public sealed class AddLegacyShimCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.PublicApiTakesContext];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FixAsync(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false) is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Add the overload without the context",
                        async cancellationToken => await FixAsync(context.Document, [diagnostic], cancellationToken).ConfigureAwait(false) ?? context.Document,
                        RuleIds.PublicApiTakesContext),
                    diagnostic);
            }
        }
    }

    private static async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return null;

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var shims = new List<LegacyShim>();
        foreach (var diagnostic in diagnostics)
        {
            // Two members that differ in nothing but their contexts have one signature without them.
            if (LegacyShim.For(diagnostic, root, model, cancellationToken) is { } shim && !shims.Exists(shim.IsLike))
                shims.Add(shim);
        }

        return shims.Count == 0 ? null : document.WithText(text.WithChanges(shims.Select(shim => shim.Signature.After(text)).OrderBy(change => change.Span.Start)));
    }
}
