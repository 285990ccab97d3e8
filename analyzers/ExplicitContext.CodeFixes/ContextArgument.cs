using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.CodeFixes;

/// <summary>The argument that hands the context on, and its place in the list.</summary>
internal sealed class ContextArgument
{
    private readonly ArgumentSyntax argument;
    private readonly int position;

    private ContextArgument(ArgumentSyntax argument, int position)
    {
        this.argument = argument;
        this.position = position;
    }

    /// <summary>
    /// The first way to write the argument with which the call binds to the overload: in front; second, for an extension method called as a
    /// static one; by name, where the legacy overload would be chosen otherwise; last, for a constructor that takes it there. Null where there is none.
    /// </summary>
    public static ContextArgument? Fitting(CallSyntax call, string context, string parameter, string overload, SemanticModel model)
    {
        var plain = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(context));
        var named = plain.WithNameColon(
            SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(parameter)).WithTrailingTrivia(SyntaxFactory.Space));
        return new ContextArgument[] { new(plain, 0), new(plain, 1), new(named, 0), new(named, 1), new(plain, call.Arguments.Arguments.Count) }
            .FirstOrDefault(candidate => candidate.position <= call.Arguments.Arguments.Count
                && IsOverload(call.Bind(candidate.InsertInto(call.Arguments), model), overload));
    }

    /// <summary>The call with the argument.</summary>
    public SyntaxNode InsertInto(SyntaxNode call) => CallSyntax.With(call, InsertInto(CallSyntax.ArgumentsOf(call)!));

    private static bool IsOverload(ISymbol? symbol, string overload) =>
        ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol)?.OriginalDefinition.GetDocumentationCommentId() == overload;

    private ArgumentListSyntax InsertInto(ArgumentListSyntax list)
    {
        var arguments = list.Arguments;
        if (arguments.Count == 0)
            return list.WithArguments(SyntaxFactory.SingletonSeparatedList(argument));
        if (position == arguments.Count)
            return list.WithArguments(SyntaxFactory.SeparatedList(arguments.Append(argument), [.. arguments.GetSeparators(), Comma(SyntaxFactory.Space)]));

        // The new argument takes the old one's place on the line, and the old one what separates arguments in this list.
        var next = arguments[position];
        var before = position == 0 ? list.OpenParenToken : arguments.GetSeparator(position - 1);
        var lineEnd = before.TrailingTrivia.FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var startsLine = lineEnd != default;
        var inserted = new[] { argument.WithLeadingTrivia(next.GetLeadingTrivia()), startsLine ? next.WithLeadingTrivia(Indentation(next)) : next.WithoutLeadingTrivia() };
        return list.WithArguments(SyntaxFactory.SeparatedList(
            [.. arguments.Take(position), .. inserted, .. arguments.Skip(position + 1)],
            [.. arguments.GetSeparators().Take(position), Comma(startsLine ? lineEnd : SyntaxFactory.Space), .. arguments.GetSeparators().Skip(position)]));
    }

    private static IEnumerable<SyntaxTrivia> Indentation(ArgumentSyntax argument) =>
        argument.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));

    private static SyntaxToken Comma(SyntaxTrivia trailing) => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(trailing);
}
