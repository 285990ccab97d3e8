using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>Attributes by which something finds and calls a member, so that it must keep its parameters.</summary>
internal static class DrivingAttributes
{
    /// <summary>Namespaces of attributes that only describe a member to compilers, tools and readers.</summary>
    private static readonly string[] Descriptive =
    [
        "System", "System.ComponentModel", "System.Diagnostics", "System.Diagnostics.CodeAnalysis", "System.Diagnostics.Contracts",
        "System.Runtime", "System.Runtime.CompilerServices", "System.Runtime.ConstrainedExecution", "System.Runtime.Versioning", "System.Security",
        "JetBrains.Annotations", "ExplicitContext",
    ];

    private static readonly string[] CallingOnes = ["ModuleInitializerAttribute", "UnsafeAccessorAttribute", "STAThreadAttribute", "MTAThreadAttribute"];

    /// <summary>The name of the first such attribute of a member, without <c>Attribute</c>; null where there is none.</summary>
    public static string? NameOn(ISymbol member) =>
        member.GetAttributes().Select(attribute => attribute.AttributeClass).OfType<INamedTypeSymbol>().FirstOrDefault(IsDriving) is { Name: var name }
            ? name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name
            : null;

    private static bool IsDriving(INamedTypeSymbol attribute) =>
        CallingOnes.Contains(attribute.Name) || !Descriptive.Contains(attribute.ContainingNamespace.ToDisplayString());
}
