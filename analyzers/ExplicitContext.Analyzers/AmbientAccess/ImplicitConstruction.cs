using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Analyzers.AmbientAccess;

/// <summary>Where a finding about a base constructor stands that a constructor calls without saying so.</summary>
internal static class ImplicitConstruction
{
    /// <summary>The place; null where the constructor names the one that it calls.</summary>
    public static Location? LocationIn(IMethodSymbol constructor, CancellationToken cancellationToken) =>
        constructor.IsImplicitlyDeclared
            ? constructor.Parameters.IsEmpty ? LocationInType(constructor.ContainingType, cancellationToken) : null
            : constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
            {
                ConstructorDeclarationSyntax { Initializer: null } declaration => declaration.Identifier.GetLocation(),
                TypeDeclarationSyntax => LocationInType(constructor.ContainingType, cancellationToken),
                _ => null,
            };

    private static Location? LocationInType(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var bases = type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<TypeDeclarationSyntax>().Select(part => part.BaseList?.Types.FirstOrDefault()).OfType<BaseTypeSyntax>().ToList();
        return bases.OfType<PrimaryConstructorBaseTypeSyntax>().Any() ? null : bases.FirstOrDefault()?.Type.GetLocation() ?? type.Locations[0];
    }
}
