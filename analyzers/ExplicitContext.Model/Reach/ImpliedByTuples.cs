using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Reach;

/// <summary>What comparing or converting tuples calls for their elements. No operation shows it, so that it is worked out from the types.</summary>
internal static class ImpliedByTuples
{
    public static void Add(CalleeList callees, IOperation operation)
    {
        switch (operation)
        {
            case ITupleBinaryOperation { SemanticModel.Compilation: { } compilation } comparison:
                var name = comparison.OperatorKind == BinaryOperatorKind.Equals ? WellKnownMemberNames.EqualityOperatorName : WellKnownMemberNames.InequalityOperatorName;
                AddComparison(callees, name, TypesOf(comparison.LeftOperand), TypesOf(comparison.RightOperand), compilation);
                break;
            case IConversionOperation { Operand: not ITupleOperation, SemanticModel.Compilation: { } compilation } conversion:
                AddConversion(callees, conversion.Operand.Type, conversion.Type, compilation);
                break;
        }
    }

    private static ITypeSymbol?[] TypesOf(IOperation operand) => operand switch
    {
        ITupleOperation tuple => [.. tuple.Elements.Select(CalleeList.Seen)],
        IConversionOperation { OperatorMethod: null, IsImplicit: true } conversion => TypesOf(conversion.Operand),
        _ => TypesOf(operand.Type),
    };

    private static ITypeSymbol?[] TypesOf(ITypeSymbol? type) => CalleeList.Unwrapped(type) is INamedTypeSymbol { IsTupleType: true } tuple ? [.. tuple.TupleElements.Select(element => element.Type)] : [];

    private static void AddComparison(CalleeList callees, string name, ITypeSymbol?[] left, ITypeSymbol?[] right, Compilation compilation)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            if (TypesOf(left[i]) is { Length: > 0 } innerLeft && TypesOf(right[i]) is { Length: > 0 } innerRight)
            {
                AddComparison(callees, name, innerLeft, innerRight, compilation);
            }
            else if (Operators(left[i], name).Concat(Operators(right[i], name)).FirstOrDefault(candidate => Takes(candidate, left[i], right[i], compilation)) is { } method)
            {
                callees.AddImplied(method);
                AddTruth(callees, name, method.ReturnType, compilation);
            }
        }
    }

    /// <summary>What the comparison of an element yields becomes a <c>bool</c> by its conversion, or by the operator that stops the comparison.</summary>
    private static void AddTruth(CalleeList callees, string name, ITypeSymbol result, Compilation compilation)
    {
        if (result.SpecialType == SpecialType.System_Boolean)
        {
            return;
        }

        var conversion = compilation.ClassifyConversion(result, compilation.GetSpecialType(SpecialType.System_Boolean));
        var truth = name == WellKnownMemberNames.EqualityOperatorName ? WellKnownMemberNames.FalseOperatorName : WellKnownMemberNames.TrueOperatorName;
        callees.AddImplied(conversion.IsImplicit ? conversion.MethodSymbol : Operators(result, truth).FirstOrDefault());
    }

    private static IEnumerable<IMethodSymbol> Operators(ITypeSymbol? type, string name)
    {
        for (var at = CalleeList.Unwrapped(type); at is not null; at = at.BaseType)
        {
            foreach (var method in at.GetMembers(name).OfType<IMethodSymbol>())
            {
                yield return method;
            }
        }
    }

    private static bool Takes(IMethodSymbol method, ITypeSymbol? left, ITypeSymbol? right, Compilation compilation) =>
        method.Parameters.Length == 2 && Converts(left, method.Parameters[0].Type, compilation) && Converts(right, method.Parameters[1].Type, compilation);

    /// <summary>An element without a type is a literal such as <c>null</c>.</summary>
    private static bool Converts(ITypeSymbol? type, ITypeSymbol parameter, Compilation compilation) =>
        type is null || compilation.ClassifyCommonConversion(CalleeList.Unwrapped(type)!, CalleeList.Unwrapped(parameter)!).IsImplicit;

    private static void AddConversion(CalleeList callees, ITypeSymbol? from, ITypeSymbol? to, Compilation compilation)
    {
        var (sources, targets) = (TypesOf(from), TypesOf(to));
        for (var i = 0; i < Math.Min(sources.Length, targets.Length); i++)
        {
            if (compilation.ClassifyConversion(sources[i]!, targets[i]!).MethodSymbol is { } method)
            {
                callees.AddImplied(method);
            }
            else
            {
                AddConversion(callees, sources[i], targets[i], compilation);
            }
        }
    }
}
