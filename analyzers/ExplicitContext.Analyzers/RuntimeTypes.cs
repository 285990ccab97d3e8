using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers;

/// <summary>The types of the runtime library, which the rules know by name.</summary>
internal static class RuntimeTypes
{
    /// <summary>Whether a type is declared in the runtime's namespace.</summary>
    public static bool IsOfRuntime(this INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Runtime", ContainingNamespace: { Name: "ExplicitContext", ContainingNamespace.IsGlobalNamespace: true } };
}
