using System.Collections.Immutable;
using System.Composition;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.CodeFixes;

/// <summary>Fixes ECTX2005: the legacy signature is added again, as an entry point that hands on the ambient context.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddLegacyShimCodeFixProvider))]
[Shared]
public sealed class AddLegacyShimCodeFixProvider : TextChangingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.PublicApiTakesContext];

    private protected override string Title => "Add the overload without the context";

    private protected override IEnumerable<TextChange> ChangesFor(
        ImmutableArray<Diagnostic> diagnostics, SyntaxNode root, SemanticModel model, SourceText text, CancellationToken cancellationToken)
    {
        var shims = new List<LegacyShim>();
        foreach (var diagnostic in diagnostics)
        {
            // Two members that differ in nothing but their contexts have one signature without them.
            if (LegacyShim.For(diagnostic, root, model, cancellationToken) is { } shim && !shims.Exists(shim.IsLike))
                shims.Add(shim);
        }

        return shims.Select(shim => shim.Signature.After(text));
    }
}
