using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>
/// Which attributes of a member its overload has as well: those that speak to the compiler, the runtime or an analyzer about the code itself. By all others something
/// finds the member, such as a test runner, a serializer or a registry of commands, and must not find two.
/// </summary>
internal static class OverloadAttributes
{
    private static readonly HashSet<string> Namespaces =
    [
        "System.Diagnostics", "System.Diagnostics.CodeAnalysis", "System.Diagnostics.Contracts", "System.Runtime.CompilerServices", "System.Runtime.Versioning", "System.Security",
        "JetBrains.Annotations", KnownAttributes.Namespace,
    ];

    private static readonly HashSet<string> Types = ["System.ObsoleteAttribute", "System.CLSCompliantAttribute", "System.ComponentModel.EditorBrowsableAttribute"];

    private static readonly HashSet<string> OfTheOriginalAlone = [KnownAttributes.PassContext, KnownAttributes.ContextEntry, "ModuleInitializerAttribute", "InterceptsLocationAttribute"];

    /// <summary>Whether an overload does not take an attribute over. What is valid on a property alone would not compile on a method.</summary>
    public static bool IsDropped(AttributeSyntax attribute, SemanticModel model, AttributeTargets targets) =>
        model.GetTypeInfo(attribute).Type is INamedTypeSymbol type
        && (OfTheOriginalAlone.Contains(type.Name)
            || !(Namespaces.Contains(type.ContainingNamespace.ToDisplayString()) || Types.Contains(type.ToDisplayString()))
            || (ValidOn(type) & targets) == 0);

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
