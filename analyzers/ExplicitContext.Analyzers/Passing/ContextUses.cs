using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>The uses of one parameter in a body.</summary>
internal static class ContextUses
{
    public static ImmutableArray<IParameterReferenceOperation> Of(IParameterSymbol parameter, IEnumerable<IOperation> bodies) =>
    [
        .. bodies.SelectMany(body => body.DescendantsAndSelf()).OfType<IParameterReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter)),
    ];

    /// <summary>Whether a local function becomes a delegate somewhere in its member.</summary>
    public static bool IsDelegate(ILocalFunctionOperation function)
    {
        IOperation root = function;
        while (root.Parent is { } outer)
            root = outer;
        return root.Descendants().OfType<IMethodReferenceOperation>().Any(reference => SymbolEqualityComparer.Default.Equals(reference.Method.OriginalDefinition, function.Symbol));
    }

    /// <summary>Whether a body does nothing but throw: whoever fills it in will need the parameters.</summary>
    public static bool OnlyThrows(IEnumerable<IOperation> bodies) =>
        bodies.OfType<IBlockOperation>().Any(body => body.Operations is [IThrowOperation] or [IExpressionStatementOperation { Operation: IThrowOperation or IConversionOperation { Operand: IThrowOperation } }]
            or [IReturnOperation { ReturnedValue: IThrowOperation or IConversionOperation { Operand: IThrowOperation } }]);
}
