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
        return Fits(replacement, read, model, cancellationToken)
            ? new($"Use '{text}'", RuleIds.AmbientReadWithContext, PrimaryExpression.WithSuppression(read), old => replacement.WithTriviaFrom(old))
            : null;
    }

    private static bool Fits(ExpressionSyntax replacement, ExpressionSyntax read, SemanticModel model, CancellationToken cancellationToken)
    {
        var type = model.GetSpeculativeTypeInfo(read.SpanStart, replacement, SpeculativeBindingOption.BindAsExpression).Type;
        var wanted = model.GetTypeInfo(read, cancellationToken);
        return type is not (null or IErrorTypeSymbol)
            && (wanted.ConvertedType ?? wanted.Type) is { } target
            && model.Compilation.ClassifyConversion(type, target) is { IsImplicit: true }
            && (!IsAssigned(read) || IsAssignable(model.GetSpeculativeSymbolInfo(read.SpanStart, replacement, SpeculativeBindingOption.BindAsExpression).Symbol));
    }

    private static bool IsAssigned(ExpressionSyntax read) => read.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == read,
        PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PreIncrementExpression) || unary.IsKind(SyntaxKind.PreDecrementExpression),
        PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PostIncrementExpression) || unary.IsKind(SyntaxKind.PostDecrementExpression),
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
        _ => false,
    };

    private static bool IsAssignable(ISymbol? symbol) => symbol switch
    {
        IPropertySymbol property => property.SetMethod is not null,
        IFieldSymbol field => !field.IsReadOnly,
        IEventSymbol => true,
        _ => false,
    };
}
