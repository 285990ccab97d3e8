using System.Collections.Immutable;
using System.Composition;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.CodeFixes;

/// <summary>Fixes ECTX5002 where a static field or property with <c>[MoveTo]</c> stays where it is: it becomes a partial property, whose body is generated.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveToStateCodeFixProvider))]
[Shared]
public sealed class MoveToStateCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ConstructCannotBeRewritten];

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
                        "Make it a partial property that lives in the state",
                        async cancellationToken => await FixAsync(context.Document, [diagnostic], cancellationToken).ConfigureAwait(false) ?? context.Document,
                        RuleIds.ConstructCannotBeRewritten),
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
        var changes = diagnostics
            .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf().FirstOrDefault(node => node is VariableDeclaratorSyntax or PropertyDeclarationSyntax))
            .Select(node => MovedField.For(node, model, cancellationToken)?.In(text))
            .OfType<Microsoft.CodeAnalysis.Text.TextChange>()
            .Distinct()
            .OrderBy(change => change.Span.Start)
            .ToList();
        return changes.Count == 0 ? null : document.WithText(text.WithChanges(changes));
    }
}
