using System.Collections.Immutable;
using System.Composition;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.ChangeSignature.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.CodeFixes;

/// <summary>Fixes ECTX1001: the context at hand takes the place of the ambient read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseAvailableContextCodeFixProvider))]
[Shared]
public sealed class UseAvailableContextCodeFixProvider : ReplacingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.AmbientReadWithContext];

    private protected override Fix? FixFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Replacement, out var text) || text is null
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax read)
        {
            return null;
        }

        var replacement = PrimaryExpression.Of(SyntaxFactory.ParseExpression(text));
        return ReplacedExpression.Fits(replacement, read, model, cancellationToken)
            ? new($"Use '{text}'", RuleIds.AmbientReadWithContext, PrimaryExpression.WithSuppression(read), old => replacement.WithTriviaFrom(old))
            : null;
    }
}
