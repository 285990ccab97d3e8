using System.Collections.Immutable;
using System.Composition;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.ChangeSignature.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.CodeFixes;

/// <summary>Fixes ECTX3003: the member of the narrower state takes the place of the one that is to go.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseNarrowerStateCodeFixProvider))]
[Shared]
public sealed class UseNarrowerStateCodeFixProvider : ReplacingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.FieldBelongsToNarrowerState];

    private protected override Fix? FixFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Replacement, out var text) || text is null
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax use
            || use is MemberBindingExpressionSyntax)
        {
            return null;
        }

        var replacement = PrimaryExpression.Of(SyntaxFactory.ParseExpression(text));
        return ReplacedExpression.Fits(replacement, use, model, cancellationToken) && HasSameType(replacement, use, model, cancellationToken)
            ? new($"Use '{text}'", RuleIds.FieldBelongsToNarrowerState, use, old => replacement.WithTriviaFrom(old))
            : null;
    }

    // What is written through the member, or called on it, must mean the same.
    private static bool HasSameType(ExpressionSyntax replacement, ExpressionSyntax use, SemanticModel model, CancellationToken cancellationToken) =>
        SymbolEqualityComparer.Default.Equals(
            model.GetSpeculativeTypeInfo(use.SpanStart, replacement, SpeculativeBindingOption.BindAsExpression).Type,
            model.GetTypeInfo(use, cancellationToken).Type);
}
