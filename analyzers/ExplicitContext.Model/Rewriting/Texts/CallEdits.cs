using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>How each form of call hands on the context.</summary>
internal static class CallEdits
{
    /// <summary>Whether a form has a place for the context.</summary>
    public static bool Takes(CallForm form) => form is not (CallForm.PropertyUse or CallForm.MethodGroup or CallForm.LateBound or CallForm.Implied);

    /// <summary>The changes that make a call go to the overload.</summary>
    public static IEnumerable<TextChange> Of(CallFact call, CallTarget target, string context) => call.Site switch
    {
        _ when call.Form == CallForm.Operator => OperatorEdits.Of(call, target, context),
        InvocationExpressionSyntax invocation => [.. Naming(invocation, target), Insertion(invocation.ArgumentList, call.Ordinal, context)],
        ConstructorInitializerSyntax initializer => [Insertion(initializer.ArgumentList, 0, context)],
        ConstructorDeclarationSyntax constructor => [new(new(constructor.ParameterList.Span.End, 0), $" : base({context})")],
        BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => [Insertion(list, 0, context)],
        ObjectCreationExpressionSyntax creation => [new(new(creation.Type.Span.End, 0), $"({context})")],
        ElementAccessExpressionSyntax access => [Insertion(access.ArgumentList, 0, context)],
        ElementBindingExpressionSyntax binding => [Insertion(binding.ArgumentList, 0, context)],
        ImplicitElementAccessSyntax access => [Insertion(access.ArgumentList, 0, context)],
        AssignmentExpressionSyntax assignment => Write(assignment, target, context),
        ExpressionSyntax read when Names.In(read) is { } property => [new(property.Span, $"{target.Name}({context})")],
        _ => [],
    };

    /// <summary>An argument at a place among others.</summary>
    public static TextChange Insertion(BaseArgumentListSyntax list, int ordinal, string argument) =>
        ordinal == 0 || list.Arguments.Count == 0
            ? Insertion(list.GetFirstToken(), argument, list.Arguments.Count > 0)
            : new(new(list.Arguments[ordinal - 1].Span.End, 0), ", " + argument);

    /// <summary>An item at the start of a list, after the parenthesis or bracket that opens it; what follows may begin on the next line.</summary>
    public static TextChange Insertion(SyntaxToken open, string text, bool isFollowed) =>
        new(new(open.Span.End, 0), !isFollowed ? text : open.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) ? text + "," : text + ", ");

    /// <summary>The name of an overload that is not called as the original.</summary>
    private static IEnumerable<TextChange> Naming(InvocationExpressionSyntax call, CallTarget target) =>
        Names.In(call.Expression) is { } name && name.Identifier.ValueText != target.Name ? [new(name.Identifier.Span, target.Name)] : [];

    /// <summary><c>x.P = v</c> becomes <c>x.SetP(engine, v)</c>; what stands between name and value stays.</summary>
    private static IEnumerable<TextChange> Write(AssignmentExpressionSyntax assignment, CallTarget target, string context)
    {
        var name = Names.In(assignment.Left)!;
        var between = TextSpan.FromBounds(name.Span.End, assignment.OperatorToken.SpanStart);
        var comments = assignment.SyntaxTree.GetText().ToString(between);
        return
        [
            new(TextSpan.FromBounds(name.SpanStart, assignment.OperatorToken.Span.End), $"{target.Name}({context},{(string.IsNullOrWhiteSpace(comments) ? "" : comments.TrimEnd())}"),
            new(new(assignment.Right.Span.End, 0), ")"),
        ];
    }
}
