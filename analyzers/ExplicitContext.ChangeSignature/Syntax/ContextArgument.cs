using ExplicitContext.ChangeSignature.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Syntax;

/// <summary>The argument that hands the context on, and its place in the list.</summary>
public sealed class ContextArgument
{
    private readonly ArgumentSyntax argument;
    private readonly int position;
    private readonly string? name;

    private ContextArgument(ArgumentSyntax argument, int position, string? name)
    {
        this.argument = argument;
        this.position = position;
        this.name = name;
    }

    /// <summary>
    /// The first way to write the argument with which the call binds to the overload: in front; second, for an extension method called as a
    /// static one; by name, where the legacy overload would be chosen otherwise; last, for a constructor that takes it there. Null where there is none.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="context">The context, as an expression.</param>
    /// <param name="parameter">The overload's name for it.</param>
    /// <param name="overload">The documentation ID of the overload.</param>
    /// <param name="model">Binds the call.</param>
    /// <param name="name">The name of the overload, where it is not what the call names.</param>
    public static ContextArgument? Fitting(CallSyntax call, string context, string parameter, string overload, SemanticModel model, string? name = null)
    {
        var plain = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(context));
        var named = plain.WithNameColon(
            SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(parameter)).WithTrailingTrivia(SyntaxFactory.Space));
        return new ContextArgument[] { new(plain, 0, name), new(plain, 1, name), new(named, 0, name), new(named, 1, name), new(plain, call.Arguments.Arguments.Count, name) }
            .FirstOrDefault(candidate => candidate.position <= call.Arguments.Arguments.Count
                && IsOverload(call.Bind(candidate.InsertInto(call.Arguments), model, name), overload));
    }

    /// <summary>The call with the argument.</summary>
    public SyntaxNode InsertInto(SyntaxNode call) => CallSyntax.With(CallSyntax.Named(call, name), InsertInto(CallSyntax.ArgumentsOf(call)!));

    private static bool IsOverload(ISymbol? symbol, string overload) =>
        ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol)?.OriginalDefinition.GetDocumentationCommentId() == overload;

    private ArgumentListSyntax InsertInto(ArgumentListSyntax list)
    {
        var change = ListInsertion.At(list.OpenParenToken, list.Arguments, position, argument.ToString());
        return SyntaxFactory.ParseArgumentList(list.ToFullString().Insert(change.Span.Start - list.FullSpan.Start, change.NewText!));
    }
}
