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
    ];

    public static bool IsDropped(AttributeSyntax attribute, SemanticModel model) =>
        model.GetTypeInfo(attribute).Type is { } type && Dropped.Contains(type.Name);
}
