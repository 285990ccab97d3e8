using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Families;

/// <summary>Which members of a compilation belong together, by overrides and implementations. Made when it is first asked.</summary>
internal sealed class FamilyMap(Compilation compilation, CancellationToken cancellationToken)
{
    private Dictionary<IMethodSymbol, MemberFamily>? families;

    /// <summary>The family of a member, or null for one that stands alone.</summary>
    public MemberFamily? Of(IMethodSymbol member) =>
        CanBelong(member) && (families ??= Build()).TryGetValue(member, out var family) ? family : null;

    /// <summary>Why a member cannot take the context because of what it overrides or implements: the end of a sentence; or null.</summary>
    public string? ReasonAgainst(IMethodSymbol member) => Of(member)?.FixedBy;

    private static bool CanBelong(IMethodSymbol member) =>
        member.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove;

    private Dictionary<IMethodSymbol, MemberFamily> Build()
    {
        var groups = new FamilyGroups(compilation.Assembly);
        foreach (var type in SourceTypes.Of(compilation.Assembly))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(CanBelong))
            {
                if (method is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true })
                {
                    groups.Add(method);
                }

                AddBases(groups, method);
            }

            if (type.TypeKind != TypeKind.Interface)
            {
                AddImplementations(groups, type);
            }
        }

        return groups.ToFamilies();
    }

    private static void AddBases(FamilyGroups groups, IMethodSymbol method)
    {
        if (method.OverriddenMethod is { } overridden)
        {
            groups.Join(method, overridden, $"overrides '{Name(overridden)}', which is declared outside of this compilation");
        }

        foreach (var declared in ExplicitImplementations.Of(method).OfType<IMethodSymbol>())
        {
            groups.Join(method, declared, $"implements '{Name(declared)}' explicitly, which is declared outside of this compilation");
        }
    }

    private void AddImplementations(FamilyGroups groups, INamedTypeSymbol type)
    {
        foreach (var declared in type.AllInterfaces.SelectMany(implemented => implemented.GetMembers()).OfType<IMethodSymbol>().Where(declared => IsOf(compilation.Assembly, declared) && CanBelong(declared)))
        {
            if (type.FindImplementationForInterfaceMember(declared) is not IMethodSymbol implementing)
            {
                continue;
            }

            groups.Join(declared, implementing, $"is implemented by '{Name(implementing)}', which is declared outside of this compilation");
            if (Lists(type, declared.ContainingType) && SymbolEqualityComparer.Default.Equals(IndexerUnit.Of(declared), declared) && implementing.ContainingType.TypeKind != TypeKind.Interface)
            {
                groups.Add(new InterfaceImplementation(type, declared, IndexerUnit.Of(implementing)));
            }
        }
    }

    /// <summary>Whether the implementation is this type's own business: a base type has not implemented the interface, or the type does it anew.</summary>
    private static bool Lists(INamedTypeSymbol type, INamedTypeSymbol implemented) =>
        type.BaseType?.AllInterfaces.Contains(implemented, SymbolEqualityComparer.Default) != true
        || type.Interfaces.Any(listed => SymbolEqualityComparer.Default.Equals(listed, implemented) || listed.AllInterfaces.Contains(implemented, SymbolEqualityComparer.Default));

    /// <summary>Whether a symbol is of this compilation. What a referenced project declares is in the source, too, where an IDE looks at it.</summary>
    internal static bool IsOf(IAssemblySymbol own, ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, own);

    internal static bool IsInSource(ISymbol symbol) => !symbol.OriginalDefinition.Locations.IsEmpty && symbol.OriginalDefinition.Locations[0].IsInSource;

    private static string Name(IMethodSymbol method) => $"{method.ContainingType.Name}.{MemberNames.Of(method)}";
}
