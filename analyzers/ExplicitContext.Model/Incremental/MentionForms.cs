using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Incremental;

/// <summary>Tells of a name in code what it is said on, and with how many arguments it is called.</summary>
internal static class MentionForms
{
    public static Mention Of(SyntaxToken token)
    {
        if (token.Parent is not SimpleNameSyntax name)
        {
            return new(token.ValueText);
        }

        var whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
        return new(token.ValueText, ReceiverOf(whole, name), ArgumentsOf(name.Parent is MemberBindingExpressionSyntax binding ? binding : whole));
    }

    private static Receiver ReceiverOf(ExpressionSyntax whole, SimpleNameSyntax name) => whole is MemberAccessExpressionSyntax access
        ? access.Expression switch
        {
            ThisExpressionSyntax => Receiver.This,
            BaseExpressionSyntax => Receiver.Base,
            _ => Receiver.Any,
        }
        : name.Parent is MemberBindingExpressionSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax || IsOfInitialized(name) || IsOfPattern(name)
            ? Receiver.Any
            : Receiver.This;

    private static int ArgumentsOf(ExpressionSyntax called) =>
        called.Parent is InvocationExpressionSyntax invocation && invocation.Expression == called ? invocation.ArgumentList.Arguments.Count : Mention.Unknown;

    /// <summary><c>Name</c> in <c>new() { Name = 1 }</c>, also in <c>new() { Name = { 1 } }</c>.</summary>
    private static bool IsOfInitialized(SimpleNameSyntax name) =>
        name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name;

    /// <summary><c>Name</c> in <c>is { Name.Length: 1 }</c>.</summary>
    private static bool IsOfPattern(SimpleNameSyntax name)
    {
        ExpressionSyntax first = name;
        while (first.Parent is MemberAccessExpressionSyntax access && access.Expression == first)
        {
            first = access;
        }

        return first.Parent is ExpressionColonSyntax;
    }
}
