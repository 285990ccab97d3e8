using ExplicitContext.Model.Ambient;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>Tells what is only invoked: a delegate that nobody keeps, hands on or compares with another one, so that another delegate can take its place.</summary>
internal static class DelegateUses
{
    /// <summary>The parameters of a member that hold delegates which it only invokes, while it runs.</summary>
    public static IEnumerable<int> InvokedBy(IMethodSymbol member, SyntaxNode declaration, SemanticModel model) =>
        member.Parameters.Where(parameter => parameter is { RefKind: RefKind.None, IsParams: false, Type.TypeKind: TypeKind.Delegate } && IsOnlyInvoked(parameter, declaration, model)).Select(parameter => parameter.Ordinal);

    /// <summary>Whether all that is done with a local or parameter is to invoke it, to assign it, and to ask whether it is null.</summary>
    public static bool IsOnlyInvoked(ISymbol holder, SyntaxNode scope, SemanticModel model) => scope.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == holder.Name && model.GetSymbolInfo(name).Symbol is { } symbol && SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, holder.OriginalDefinition))
        .All(name => !name.Ancestors().TakeWhile(node => node != scope).Any(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) && model.GetOperation(name) is { } use && IsInvocation(use));

    /// <summary>Whether a local or parameter stays what it is.</summary>
    public static bool IsOnlyRead(ISymbol holder, SyntaxNode scope, SemanticModel model) => scope.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == holder.Name)
        .All(name => name.Parent is not RefExpressionSyntax && (model.GetOperation(name) is not { } use || AmbientUsages.Of(use) == AmbientUsage.Read));

    private static bool IsInvocation(IOperation use)
    {
        var outer = use.Parent;
        while (outer is IConversionOperation { IsImplicit: true } or IParenthesizedOperation)
        {
            (use, outer) = (outer, outer.Parent);
        }

        return outer switch
        {
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call => call.Instance == use,
            IConditionalAccessOperation { WhenNotNull: IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: IConditionalAccessInstanceOperation } } access => access.Operation == use,
            ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment => assignment.Target == use,
            IBinaryOperation comparison => IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand),
            IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } => IsNull(value),
            IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } } => IsNull(value),
            _ => false,
        };
    }

    private static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };
}
