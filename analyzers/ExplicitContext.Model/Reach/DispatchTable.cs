using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Reach;

/// <summary>Which members of the types that a file declares stand in for members of base types and interfaces.</summary>
internal static class DispatchTable
{
    public static ImmutableArray<DispatchEdge> Of(SemanticModel model, MemberKeys keys, CancellationToken cancellationToken)
    {
        var edges = new HashSet<DispatchEdge>();
        var types = model.SyntaxTree.GetRoot(cancellationToken)
            .DescendantNodes(node => node is not (StatementSyntax or ExpressionSyntax))
            .OfType<TypeDeclarationSyntax>()
            .Select(declaration => model.GetDeclaredSymbol(declaration, cancellationToken))
            .OfType<INamedTypeSymbol>();
        foreach (var type in types)
        {
            foreach (var (declared, implementing) in Overrides(type).Concat(Implementations(type)))
            {
                if (keys.Of(declared) is { } from && keys.Of(implementing) is { } to && from != to)
                {
                    edges.Add(new(from, to));
                }
            }
        }

        return [.. edges.OrderBy(edge => edge.DeclaredKey, StringComparer.Ordinal).ThenBy(edge => edge.ImplementingKey, StringComparer.Ordinal)];
    }

    private static IEnumerable<(ISymbol Declared, ISymbol Implementing)> Overrides(INamedTypeSymbol type)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.OverriddenMethod is { } overridden)
            {
                yield return (overridden, method);
            }
        }
    }

    private static IEnumerable<(ISymbol Declared, ISymbol Implementing)> Implementations(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface
            ? []
            : from implemented in type.AllInterfaces
              from declared in implemented.GetMembers().OfType<IMethodSymbol>()
              let implementing = type.FindImplementationForInterfaceMember(declared)
              where implementing is not null
              select ((ISymbol)declared, implementing);
}
