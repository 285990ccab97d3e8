using ExplicitContext.ChangeSignature.Planning;
using ExplicitContext.ChangeSignature.Syntax;
using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Rewriting;
using ExplicitContext.Model.Rewriting.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Writing;

/// <summary>Rewrites a declaration: its parameters, their documentation, and the ambient reads in its body.</summary>
internal sealed class DeclarationWriter(Draft draft)
{
    public async Task WriteAsync(SignatureChange change, Declaration declaration, CancellationToken cancellationToken)
    {
        var file = declaration.File;
        var index = OverloadShape.ContextOrdinal(declaration.Member);
        if (declaration.Parameters is { } list)
        {
            var text = await file.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var parameters = string.Join(", ", change.Parameters.Select(parameter => Text(parameter, declaration, list.SpanStart)));
            draft.Add(change, file, ListInsertion.At(list.OpenParenToken, list.Parameters, index, parameters));
            if (ParameterDocumentation.For(declaration.Node, change.Parameters, index, text) is { } documentation)
                draft.Add(change, file, documentation);
            if (change.KeepsLegacy && LegacySignature.Write(change, declaration, text, draft) is { } obstacle)
                draft.Refuse(change, declaration.Member.Locations[0], obstacle);
        }

        foreach (var parameter in change.Parameters)
            WriteReads(change, parameter, declaration, cancellationToken);
    }

    private static string Text(ContextParameter parameter, Declaration declaration, int position)
    {
        var isNullable = parameter.IsNullable && parameter.Type.Type.IsReferenceType && declaration.File.Model.GetNullableContext(position).AnnotationsEnabled();
        return $"{AmbientText.Of(parameter.Type.Type, declaration.File.Model, position)}{(isNullable ? "?" : "")} {Names.Escaped(parameter.Name)}";
    }

    private void WriteReads(SignatureChange change, ContextParameter parameter, Declaration declaration, CancellationToken cancellationToken)
    {
        var reads = BodyReads.Of(declaration, parameter.Type, cancellationToken).Replaceable;
        var cache = ContextName.For(parameter.Type, declaration.Node, declaration.File.Model, BodyReads.OfTheContextItself(reads)) is { CachingStatement: { } statement, Name: var name } && name == parameter.Name
            ? statement
            : null;
        if (cache is not null)
            draft.Add(change, declaration.File, LinesOf(cache), "");
        foreach (var read in reads)
        {
            if (cache?.Span.Contains(read.Syntax.Span) != true)
                Replace(change, parameter, read, declaration.File);
        }
    }

    private void Replace(SignatureChange change, ContextParameter parameter, AmbientRead read, SourceFile file)
    {
        var expression = (ExpressionSyntax)read.Syntax;
        var replacement = PrimaryExpression.Of(SyntaxFactory.ParseExpression(read.Accessor.ReplacementFor(Names.Escaped(parameter.Name))));
        draft.Add(change, file, (parameter.IsNullable ? expression : PrimaryExpression.WithSuppression(expression)).Span, replacement.ToString());
    }

    /// <summary>A statement with the lines that it has for itself, and the empty one after it where it is the first.</summary>
    private static TextSpan LinesOf(LocalDeclarationStatementSyntax statement)
    {
        var leading = statement.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Sum(trivia => trivia.FullSpan.Length);
        var next = statement.GetLastToken().GetNextToken();
        var following = statement.GetTrailingTrivia().Concat(next.LeadingTrivia).TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToList();
        var ends = following.Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToList();
        if (ends.Count == 0)
            return TextSpan.FromBounds(statement.SpanStart, following.Count > 0 ? following[0].Span.End : statement.Span.End);
        var isFirst = statement.Parent is BlockSyntax { Statements: [var first, ..] } && first == statement;
        return TextSpan.FromBounds(statement.SpanStart - leading, (isFirst ? ends[ends.Count - 1] : ends[0]).Span.End);
    }
}
