using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting;

/// <summary>Which attributes of a member belong to the original alone.</summary>
internal static class OverloadAttributes
{
    private static readonly HashSet<string> Dropped =
    [
        "PassContextAttribute", "ContextEntryAttribute",
        "FactAttribute", "TheoryAttribute", "TestAttribute", "TestMethodAttribute", "TestCaseAttribute", "BenchmarkAttribute",
        "ModuleInitializerAttribute", "UnmanagedCallersOnlyAttribute", "InterceptsLocationAttribute",
        "OnSerializingAttribute", "OnSerializedAttribute", "OnDeserializingAttribute", "OnDeserializedAttribute",
        "JsonConstructorAttribute", "ActivatorUtilitiesConstructorAttribute", "ImportingConstructorAttribute",
    ];

    /// <summary>Whether an overload does not take an attribute over: it would register the overload besides, or is not valid on it.</summary>
    public static bool IsDropped(AttributeSyntax attribute, SemanticModel model, AttributeTargets targets) =>
        model.GetTypeInfo(attribute).Type is INamedTypeSymbol type && (Dropped.Contains(type.Name) || (ValidOn(type) & targets) == 0);

    private static AttributeTargets ValidOn(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.GetAttributes().FirstOrDefault(usage => usage.AttributeClass?.Name == nameof(AttributeUsageAttribute)) is { ConstructorArguments: [{ Value: int targets }, ..] })
            {
                return (AttributeTargets)targets;
            }
        }

        return AttributeTargets.All;
    }
}
