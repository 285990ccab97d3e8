using ExplicitContext.Analyzers.Passing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Analyzers.AmbientAccess;

/// <summary>Where a finding about a call stands: at the callee's name, or at what implies the call.</summary>
internal static class ImpliedCallLocation
{
    public static Location Of(IOperation operation) => operation.Syntax switch
    {
        CommonForEachStatementSyntax each => each.ForEachKeyword.GetLocation(),
        UsingStatementSyntax @using => @using.UsingKeyword.GetLocation(),
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } declaration => declaration.UsingKeyword.GetLocation(),
        AwaitExpressionSyntax @await => @await.AwaitKeyword.GetLocation(),
        LockStatementSyntax @lock => @lock.LockKeyword.GetLocation(),
        BinaryExpressionSyntax binary when !operation.IsImplicit => binary.OperatorToken.GetLocation(),
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax } deconstruction => deconstruction.Left.GetLocation(),
        AssignmentExpressionSyntax assignment when operation is not Microsoft.CodeAnalysis.Operations.IEventAssignmentOperation => assignment.OperatorToken.GetLocation(),
        AssignmentExpressionSyntax @event => CalleeName.LocationOf(@event.Left),
        PrefixUnaryExpressionSyntax unary when !operation.IsImplicit => unary.OperatorToken.GetLocation(),
        PostfixUnaryExpressionSyntax unary when !operation.IsImplicit => unary.OperatorToken.GetLocation(),
        CastExpressionSyntax cast when !operation.IsImplicit => cast.Type.GetLocation(),
        ElementAccessExpressionSyntax element => element.ArgumentList.GetLocation(),
        ElementBindingExpressionSyntax element => element.ArgumentList.GetLocation(),
        QueryClauseSyntax clause => clause.GetFirstToken().GetLocation(),
        SelectOrGroupClauseSyntax clause => clause.GetFirstToken().GetLocation(),
        var syntax => CalleeName.LocationOf(syntax),
    };
}
