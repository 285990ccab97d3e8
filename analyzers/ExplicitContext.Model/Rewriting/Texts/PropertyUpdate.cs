using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary><c>x.P += v</c> becomes <c>x.SetP(engine, x.GetP(engine) + v)</c>, with only those accessors replaced that take the context.</summary>
internal sealed class PropertyUpdate(SyntaxNode site)
{
    private (string Name, string Context)? getter;
    private (string Name, string Context)? setter;

    private ExpressionSyntax Target => site switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left,
        PrefixUnaryExpressionSyntax prefix => prefix.Operand,
        _ => ((PostfixUnaryExpressionSyntax)site).Operand,
    };

    /// <summary>Lets an accessor take the context.</summary>
    public void Use(CallTarget accessor, string context)
    {
        if (accessor.Kind == MethodKind.PropertySet)
        {
            setter = (accessor.Name, context);
        }
        else
        {
            getter = (accessor.Name, context);
        }
    }

    public IEnumerable<TextChange> Changes
    {
        get
        {
            var name = Names.In(Target)!;
            var receiver = Target.ToString().Substring(0, name.SpanStart - Target.SpanStart);
            var old = receiver + (getter is var (get, context) ? $"{get}({context})" : name.ToString());
            var (start, end) = setter is var (set, handed) ? ($"{receiver}{set}({handed}, ", ")") : ($"{receiver}{name} = ", "");
            if (site is not AssignmentExpressionSyntax assignment)
            {
                var sign = site.ToString().Contains("--") ? "-" : "+";
                return [new(site.Span, $"{start}{old} {sign} 1{end}")];
            }

            var (open, close) = IsOneOperand(assignment.Right) ? ("", "") : ("(", ")");
            var operation = assignment.OperatorToken.Text.TrimEnd('=');
            return
            [
                new(TextSpan.FromBounds(assignment.SpanStart, assignment.Right.SpanStart), $"{start}{old} {operation} {open}"),
                new(new(assignment.Right.Span.End, 0), close + end),
            ];
        }
    }

    /// <summary>Whether an operator before an expression takes all of it.</summary>
    private static bool IsOneOperand(ExpressionSyntax expression) => expression
        is LiteralExpressionSyntax or NameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
        or ParenthesizedExpressionSyntax or BaseObjectCreationExpressionSyntax or InterpolatedStringExpressionSyntax or ThisExpressionSyntax or CheckedExpressionSyntax or DefaultExpressionSyntax;
}
