using System.Collections.Immutable;
using System.Composition;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.ChangeSignature.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.CodeFixes;

/// <summary>Fixes ECTX2004: the context in scope takes the place of another one, or is passed where it was left out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassOwnContextCodeFixProvider))]
[Shared]
public sealed class PassOwnContextCodeFixProvider : ReplacingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.OtherContextPassed];

    private protected override Fix? FixFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Context, out var text) || text is null
            || !diagnostic.Properties.TryGetValue(FixProperties.Parameter, out var parameter) || parameter is null)
        {
            return null;
        }

        var context = SyntaxFactory.ParseExpression(text);
        var place = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (place.FirstAncestorOrSelf<ArgumentSyntax>() is { } argument && argument.Expression.Span == diagnostic.Location.SourceSpan)
        {
            return SaysMore(argument) ? null : new($"Pass '{text}'", RuleIds.OtherContextPassed, argument.Expression, old => context.WithTriviaFrom(old));
        }

        var name = SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(parameter)).WithTrailingTrivia(SyntaxFactory.Space);
        var added = SyntaxFactory.Argument(context).WithNameColon(name);
        return CallSyntax.Of(root.FindToken(diagnostic.Location.SourceSpan.Start).Parent!) is { } call
            && model.GetSymbolInfo(call.Node, cancellationToken).Symbol is { } called
            && SymbolEqualityComparer.Default.Equals(call.Bind(Append(call.Arguments, added), model), called)
                ? new($"Pass '{text}'", RuleIds.OtherContextPassed, call.Node, old => CallSyntax.With(old, Append(CallSyntax.ArgumentsOf(old)!, added)))
                : null;
    }

    /// <summary>An object that is set up for the call, a variable that is passed by reference, and a remark would get lost with the argument.</summary>
    private static bool SaysMore(ArgumentSyntax argument) =>
        argument.Expression is BaseObjectCreationExpressionSyntax { Initializer: not null } or BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 }
        || !argument.RefKindKeyword.IsKind(SyntaxKind.None)
        || Remarks.AreIn(argument.Expression);

    private static ArgumentListSyntax Append(ArgumentListSyntax list, ArgumentSyntax added) =>
        list.WithArguments(SyntaxFactory.SeparatedList(
            list.Arguments.Append(added),
            list.Arguments.Count == 0 ? [] : [.. list.Arguments.GetSeparators(), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)]));
}
