using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Families;

/// <summary>Whether code of other assemblies can override or implement a member. Assemblies that see the internals are others too.</summary>
internal sealed class Openness(Compilation compilation)
{
    private readonly bool hasFriends = compilation.Assembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");
    private Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>? derived;

    /// <summary>What makes a family open, as the end of a sentence; null where it is closed.</summary>
    public string? Of(MemberFamily family) => family.Members.Select(Of).FirstOrDefault(reason => reason is not null);

    /// <summary>What lets others override or implement a member, or one that overrides it; null where nobody can.</summary>
    public string? Of(IMethodSymbol member)
    {
        var type = member.ContainingType;
        if (type.TypeKind == TypeKind.Interface)
        {
            return CanBeReplaced(member) && IsVisible(type) && IsVisible(member) ? $"other assemblies can implement '{type.Name}'" : null;
        }

        return CanBeReplaced(member) && IsVisible(member) ? Deriving(member) : null;
    }

    /// <summary>Whether others can derive from a type, and so implement its interfaces anew.</summary>
    public bool CanBeDerived(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false } && IsVisible(type) && type.InstanceConstructors.Any(IsVisible);

    private static bool CanBeReplaced(IMethodSymbol member) => (member.IsVirtual || member.IsAbstract || member.IsOverride) && !member.IsSealed;

    private string? Deriving(IMethodSymbol member)
    {
        var open = new Stack<INamedTypeSymbol>([member.ContainingType]);
        while (open.Count > 0)
        {
            var type = open.Pop();
            if (CanBeDerived(type))
            {
                return $"other assemblies can derive from '{type.Name}'";
            }

            foreach (var next in DerivedFrom(type).Where(next => !type.IsSealed && !next.GetMembers().OfType<IMethodSymbol>().Any(candidate => candidate.IsSealed && Overrides(candidate, member))))
            {
                open.Push(next);
            }
        }

        return null;
    }

    private static bool Overrides(IMethodSymbol candidate, IMethodSymbol member)
    {
        for (var at = IndexerUnit.Overridden(candidate); at is not null; at = IndexerUnit.Overridden(at))
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, member))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<INamedTypeSymbol> DerivedFrom(INamedTypeSymbol type)
    {
        derived ??= SourceTypes.Of(compilation.Assembly)
            .Where(source => source is { TypeKind: TypeKind.Class, BaseType: not null })
            .GroupBy(source => source.BaseType!.OriginalDefinition, SymbolEqualityComparer.Default)
            .ToDictionary(group => (INamedTypeSymbol)group.Key!, group => group.ToList(), (IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default);
        return derived.TryGetValue(type, out var found) ? found : [];
    }

    private bool IsVisible(ISymbol symbol) => (symbol is IMethodSymbol { AssociatedSymbol: IPropertySymbol { IsIndexer: true } indexer } ? indexer : symbol).IsExternallyVisible(toFriends: hasFriends);
}
