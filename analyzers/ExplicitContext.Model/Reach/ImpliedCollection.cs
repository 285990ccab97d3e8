using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Reach;

/// <summary>What a collection expression calls: the constructor or builder, and <c>Add</c> for each element. Spreads are operations of their own.</summary>
internal static class ImpliedCollection
{
    public static void Add(CalleeList callees, ICollectionExpressionOperation collection)
    {
        callees.AddImplied(collection.ConstructMethod);
        if (collection is not { Type: INamedTypeSymbol type, ConstructMethod.MethodKind: MethodKind.Constructor, SemanticModel: { } model })
        {
            return;
        }

        var adders = model.LookupSymbols(collection.Syntax.SpanStart, type, WellKnownMemberNames.CollectionInitializerAddMethodName, includeReducedExtensionMethods: true)
            .OfType<IMethodSymbol>()
            .Where(method => method.Parameters.Count(parameter => !parameter.IsOptional && !parameter.IsParams) <= 1 && !method.Parameters.IsEmpty)
            .ToArray();
        foreach (var element in collection.Elements.Select(ElementType).Distinct<ITypeSymbol?>(SymbolEqualityComparer.Default))
        {
            foreach (var adder in adders)
            {
                if (element is null || model.Compilation.ClassifyCommonConversion(element, adder.Parameters[0].Type).IsImplicit || adder.IsGenericMethod)
                {
                    callees.AddImplied(adder, type, isExact: true);
                }
            }
        }
    }

    private static ITypeSymbol? ElementType(IOperation element) => element switch
    {
        ISpreadOperation spread => spread.ElementType,
        IConversionOperation { IsImplicit: true } conversion => conversion.Operand.Type,
        _ => element.Type,
    };
}
