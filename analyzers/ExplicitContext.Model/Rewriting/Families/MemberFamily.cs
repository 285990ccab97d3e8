using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Families;

/// <summary>
/// The members of a compilation that must take the context together: each overrides, implements, is overridden or is implemented by another one.
/// </summary>
/// <param name="Members">All of them, in the order of the source.</param>
/// <param name="Implementations">Which type implements which interface member of the family by which member.</param>
/// <param name="FixedBy">Why the family cannot change: the end of a sentence about one of its members. Null where it can.</param>
internal sealed record MemberFamily(ImmutableArray<IMethodSymbol> Members, ImmutableArray<InterfaceImplementation> Implementations, string? FixedBy)
{
    /// <summary>Those that override nothing here: the class members and interface members where the family begins.</summary>
    public IEnumerable<IMethodSymbol> Roots => Members.Where(member => member.OverriddenMethod is null && (member.ContainingType.TypeKind == TypeKind.Interface || member.IsVirtual || member.IsAbstract));
}
