using ExplicitContext.Model.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>Which constructors can have one beside them that takes the context.</summary>
internal static class OverloadableConstructors
{
    /// <summary>The reason why a constructor cannot, as the end of a sentence, or null where it can.</summary>
    public static string? ReasonAgainst(IMethodSymbol constructor) => constructor switch
    {
        _ when IsPrimary(constructor) => "is a primary constructor, to which every other one must chain; take what it reads as a parameter",
        _ when RecordMembers.IsCopyConstructor(constructor) => "copies a record for 'with', which has no place for the context; read the context before",
        { IsImplicitlyDeclared: true } => "is written nowhere, and would be gone beside another one; declare it",
        { IsExtern: true } => "is extern",
        { ContainingType: { IsFileLocal: true } } => "is in a file-local type, which another file cannot extend; drop 'file'",
        _ when IsAttribute(constructor.ContainingType) => "is the constructor of an attribute, which the runtime calls; read the context where the attribute is used",
        _ => null,
    };

    /// <summary>Whether the parameters of a constructor stand at its type.</summary>
    public static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.MethodKind == MethodKind.Constructor && constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax);

    private static bool IsAttribute(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at is { Name: nameof(Attribute), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }
}
