using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Ambient;

/// <summary>Tells reads that ask which context is the ambient one.</summary>
public static class AmbientComparison
{
    /// <summary>A comparison with another context, as in <c>this == Engine.Default</c>, is about the ambient one: no other can stand for it.</summary>
    public static bool AsksWhichIsAmbient(this IOperation read, ContextModel contexts)
    {
        while (read.Parent is IConversionOperation { IsImplicit: true } conversion)
        {
            read = conversion;
        }

        return read.Parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
                IsContext(comparison.LeftOperand, contexts) && IsContext(comparison.RightOperand, contexts),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: nameof(ReferenceEquals), ContainingType.SpecialType: SpecialType.System_Object } } comparison } =>
                comparison.Arguments.All(argument => IsContext(argument.Value, contexts)),
            _ => false,
        };
    }

    private static bool IsContext(IOperation operation, ContextModel contexts) =>
        contexts.GetContextType(operation is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand.Type : operation.Type) is not null;
}
