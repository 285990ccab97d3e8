using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>Calls in the place of operators: <c>a + b</c> becomes <c>Money.Add(engine, a, b)</c>.</summary>
internal static class OperatorEdits
{
    public static IEnumerable<TextChange> Of(CallFact call, CallTarget target, string context)
    {
        var open = $"{call.OperatorType}.{target.Name}({context}, ";
        return call.Site switch
        {
            BinaryExpressionSyntax binary => [new(new(binary.SpanStart, 0), open), new(Between(binary), ","), Close(binary.Right)],
            PrefixUnaryExpressionSyntax unary => [new(TextSpan.FromBounds(unary.SpanStart, unary.Operand.SpanStart), open), Close(unary.Operand)],
            CastExpressionSyntax cast => [new(TextSpan.FromBounds(cast.SpanStart, cast.Expression.SpanStart), open), Close(cast.Expression)],
            _ => [],
        };
    }

    private static TextChange Close(ExpressionSyntax last) => new(new(last.Span.End, 0), ")");

    /// <summary>The operator, with the spaces before it; line breaks and comments stay.</summary>
    private static TextSpan Between(BinaryExpressionSyntax binary)
    {
        var span = TextSpan.FromBounds(binary.Left.Span.End, binary.OperatorToken.SpanStart);
        return TextSpan.FromBounds(binary.SyntaxTree.GetText().ToString(span).Any(letter => letter is not (' ' or '\t')) ? span.End : span.Start, binary.OperatorToken.Span.End);
    }
}
