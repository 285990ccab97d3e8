using System.Collections.Immutable;
using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Families;

/// <summary>Joins members into groups, two at a time.</summary>
internal sealed class FamilyGroups(IAssemblySymbol own)
{
    private readonly Dictionary<IMethodSymbol, IMethodSymbol> parents = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, string> fixedBy = new(SymbolEqualityComparer.Default);
    private readonly List<InterfaceImplementation> implementations = [];

    /// <summary>Notes that a member belongs to a family, if only to one of its own.</summary>
    public void Add(IMethodSymbol member) => Representative(IndexerUnit.Defined(member));

    public void Add(InterfaceImplementation implementation) => implementations.Add(implementation);

    /// <summary>Notes that two members belong together; where one of them is of another assembly, why that fixes the other.</summary>
    public void Join(IMethodSymbol one, IMethodSymbol other, string fixing)
    {
        (one, other) = (IndexerUnit.Defined(one), IndexerUnit.Defined(other));
        if (!FamilyMap.IsOf(own, one) || !FamilyMap.IsOf(own, other))
        {
            var here = FamilyMap.IsOf(own, one) ? one : other;
            Representative(here);
            fixedBy[here] = fixing;
        }
        else if (Representative(one) is var left && Representative(other) is var right && !SymbolEqualityComparer.Default.Equals(left, right))
        {
            parents[right] = left;
        }
    }

    public Dictionary<IMethodSymbol, MemberFamily> ToFamilies()
    {
        var families = new Dictionary<IMethodSymbol, MemberFamily>(SymbolEqualityComparer.Default);
        var implementing = implementations.ToLookup(implementation => Representative(IndexerUnit.Defined(implementation.Declared)), SymbolEqualityComparer.Default);
        foreach (var group in parents.Keys.ToList().GroupBy(Representative, SymbolEqualityComparer.Default))
        {
            var members = group.OrderBy(PathOf, StringComparer.Ordinal).ThenBy(member => member.Locations[0].SourceSpan.Start).ToImmutableArray();
            var family = new MemberFamily(members, [.. implementing[group.Key]], members.Select(member => fixedBy.TryGetValue(member, out var reason) ? reason : null).FirstOrDefault(reason => reason is not null));
            foreach (var member in members)
            {
                families.Add(member, family);
            }
        }

        return families;
    }

    private static string PathOf(IMethodSymbol member) => member.Locations[0].SourceTree?.FilePath ?? "";

    private IMethodSymbol Representative(IMethodSymbol member)
    {
        if (!parents.TryGetValue(member, out var parent))
        {
            parents.Add(member, member);
            return member;
        }

        return SymbolEqualityComparer.Default.Equals(parent, member) ? member : parents[member] = Representative(parent);
    }
}
