using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Reach;

/// <summary>The types that a file declares: what their instances are, and which members stand in for members of base types and interfaces.</summary>
internal static class DispatchTable
{
    /// <summary>The edges and the types of a file; only edges from members of assemblies that are followed.</summary>
    public static (ImmutableArray<DispatchEdge> Edges, ImmutableArray<TypeBases> Types) Of(
        SemanticModel model, MemberKeys keys, Func<IAssemblySymbol, bool> isFollowed, CancellationToken cancellationToken)
    {
        var edges = new HashSet<DispatchEdge>();
        var bases = new SortedDictionary<string, TypeBases>(StringComparer.Ordinal);
        var types = model.SyntaxTree.GetRoot(cancellationToken)
            .DescendantNodes(node => node is not (StatementSyntax or ExpressionSyntax or MemberDeclarationSyntax and not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax)))
            .OfType<TypeDeclarationSyntax>()
            .Select(declaration => model.GetDeclaredSymbol(declaration, cancellationToken))
            .OfType<INamedTypeSymbol>();
        foreach (var type in types)
        {
            if (keys.Of(type) is not { } typeKey)
            {
                continue;
            }

            bases[typeKey] = BasesOf(type, typeKey, keys);
            foreach (var (declared, implementing) in Overrides(type).Where(pair => isFollowed(pair.Declared.ContainingAssembly)).Concat(Implementations(type, isFollowed)))
            {
                if (keys.Of(declared) is { } from && keys.Of(implementing) is { } to && from != to)
                {
                    edges.Add(new(from, to, typeKey));
                }
            }
        }

        return ([.. edges.OrderBy(edge => edge.DeclaredKey, StringComparer.Ordinal).ThenBy(edge => edge.ImplementingKey, StringComparer.Ordinal).ThenBy(edge => edge.TypeKey, StringComparer.Ordinal)], [.. bases.Values]);
    }

    /// <summary>What the instances of a type are.</summary>
    public static TypeBases BasesOf(INamedTypeSymbol type, string typeKey, MemberKeys keys) =>
        new(typeKey, new([.. Above(type).SelectMany(above => TypeKeys.OfBase(above, keys)).Concat(TypeKeys.OfBase(type, keys).Skip(1)).Distinct().OrderBy(key => key, StringComparer.Ordinal)]));

    private static IEnumerable<INamedTypeSymbol> Above(INamedTypeSymbol type)
    {
        for (var above = type.BaseType; above is { SpecialType: not SpecialType.System_Object }; above = above.BaseType)
        {
            yield return above;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            yield return implemented;
        }
    }

    /// <summary>An override in another assembly adds no edge of its own, so that the chain is followed through those.</summary>
    private static IEnumerable<(ISymbol Declared, ISymbol Implementing)> Overrides(INamedTypeSymbol type)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(method => method.IsOverride))
        {
            for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                yield return (overridden, method);
                if (IsOf(overridden.ContainingType, type.ContainingAssembly))
                {
                    break;
                }
            }
        }
    }

    /// <summary>What a base type in the same assembly implements in the same way, its own edge says; only an interface that a type names itself can it implement in another.</summary>
    private static IEnumerable<(ISymbol Declared, ISymbol Implementing)> Implementations(INamedTypeSymbol type, Func<IAssemblySymbol, bool> isFollowed)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            yield break;
        }

        var inherits = type.BaseType is { } parent && IsOf(parent, type.ContainingAssembly);
        var interfaces = inherits ? type.Interfaces.Concat(type.Interfaces.SelectMany(named => named.AllInterfaces)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default) : type.AllInterfaces;
        foreach (var member in interfaces.Where(implemented => implemented.ContainingAssembly is { } assembly && isFollowed(assembly)).SelectMany(implemented => implemented.GetMembers()))
        {
            if (member is IMethodSymbol declared
                && type.FindImplementationForInterfaceMember(declared) is { } implementing
                && !(inherits && SymbolEqualityComparer.Default.Equals(implementing, type.BaseType!.FindImplementationForInterfaceMember(declared))))
            {
                yield return (declared, implementing);
            }
        }
    }

    private static bool IsOf(INamedTypeSymbol type, IAssemblySymbol assembly) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly);
}
