using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.StaticState;

/// <summary>What code does at a place where it says a name, told from syntax alone.</summary>
internal static class NameUses
{
    /// <summary>The whole expression that a name is the last part of: <c>a.b.Name</c>.</summary>
    internal static ExpressionSyntax Whole(IdentifierNameSyntax name) => name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;

    /// <summary>Whether an expression is assigned, or handed to someone who may assign it.</summary>
    internal static bool IsWritten(ExpressionSyntax use) => use.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == use,
        PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PreIncrementExpression) || unary.IsKind(SyntaxKind.PreDecrementExpression),
        PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PostIncrementExpression) || unary.IsKind(SyntaxKind.PostDecrementExpression),
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsWritten(tuple),
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) && !argument.RefKindKeyword.IsKind(SyntaxKind.InKeyword),
        RefExpressionSyntax => true,
        _ => false,
    };

    /// <summary>Whether an expression is written, or an element or the content of what it yields is changed.</summary>
    internal static bool IsChange(ExpressionSyntax use) => !IsInitializing(use) && (IsWritten(use) || use.Parent switch
    {
        ElementAccessExpressionSyntax element => element.Expression == use && IsChange(element),
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access => access.Expression == use && FrameworkTypes.IsChange(access.Name.Identifier.ValueText),
        _ => false,
    });

    /// <summary>Whether an expression names what an object is initialised with, as <c>A</c> in <c>new() { A = 1 }</c>.</summary>
    internal static bool IsInitializing(ExpressionSyntax use) => use.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == use;
}
