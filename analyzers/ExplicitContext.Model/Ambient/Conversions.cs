using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Ambient;

/// <summary>Values without what is made of them on the way.</summary>
internal static class Conversions
{
    /// <summary>The operation without the conversions around it, also those that the user defined.</summary>
    public static IOperation Unconverted(this IOperation operation) => operation is IConversionOperation conversion ? conversion.Operand.Unconverted() : operation;
}
