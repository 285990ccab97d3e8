using System.Collections.Immutable;
using System.Composition;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.CodeFixes;

/// <summary>Fixes ECTX2009 where the context cannot be missing: the fallback goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropFallbackCodeFixProvider))]
[Shared]
public sealed class DropFallbackCodeFixProvider : ReplacingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.SilentFallback];

    private protected override Fix? FixFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Context, out var context) || context is null || diagnostic.AdditionalLocations is not [var whole])
            return null;

        var title = $"Use '{context}' without a fallback";
        var node = root.FindNode(whole.SourceSpan, getInnermostNodeForTie: true);
        if ((node as StatementSyntax ?? node.Parent as ExpressionStatementSyntax) is { } statement)
            return CanGo(statement) ? new(title, RuleIds.SilentFallback, statement, _ => null!) : null;

        // What stands for a statement, as the body of a lambda can, would be none without the assignment.
        var value = SyntaxFactory.ParseExpression(context);
        var place = node.Parent is ParenthesizedExpressionSyntax parenthesized ? parenthesized : node;
        return model.GetOperation(node, cancellationToken)?.Parent is IExpressionStatementOperation || Remarks.AreIn(place) ? null : new(title, RuleIds.SilentFallback, place, old => value.WithTriviaFrom(old));
    }

    /// <summary>A statement among others, which nobody has said anything about.</summary>
    private static bool CanGo(StatementSyntax statement) =>
        statement.Parent is BlockSyntax
        && !statement.DescendantTrivia().Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
}
