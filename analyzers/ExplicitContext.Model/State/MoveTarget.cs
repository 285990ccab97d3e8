using ExplicitContext.Model.Emitting;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.State;

/// <summary>The narrower state that a member is to move to, as <c>[MoveTo]</c> names it.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Home">The type that it names.</param>
/// <param name="Context">The context that this is; null where it is none.</param>
/// <param name="Objection">Why the member cannot move there; null where it can.</param>
public sealed record MoveTarget(AttributeData Attribute, INamedTypeSymbol Home, ContextType? Context, string? Objection)
{
    /// <summary>The target of a field or property; null where it is to stay.</summary>
    public static MoveTarget? Of(ISymbol member, ContextModel contexts)
    {
        if (KnownAttributes.Find(member, KnownAttributes.MoveTo) is not { } attribute || attribute.ConstructorArguments.FirstOrDefault().Value is not INamedTypeSymbol home) return null;
        if (contexts.GetContextType(home) is not { } target) return new(attribute, home, null, "it is no context type");
        return new(attribute, home, target, !member.IsStatic && contexts.ContextOf(member.ContainingType) is { } holder && (SymbolEqualityComparer.Default.Equals(holder.Type, target.Type) || contexts.IsNarrower(holder, target))
            ? $"it is not narrower than '{holder.Type.Name}'"
            : null);
    }

    /// <summary>The field or property of the state that has the member's name already; null where it has none.</summary>
    public ISymbol? MemberLike(ISymbol member) =>
        Context?.Type.GetMembers(member.Name).FirstOrDefault(candidate => candidate is IFieldSymbol or IPropertySymbol { IsIndexer: false } && !candidate.IsStatic);

    /// <summary>What the accessor of a member that has moved is called: as methods are, also where the member is called as private fields are.</summary>
    public static string AccessorNameOf(ISymbol member, ContextType state)
    {
        var name = member.Name.TrimStart('_');
        name = name.Length > 0 && char.IsLetter(name[0]) ? char.ToUpperInvariant(name[0]) + name.Substring(1) : member.Name;
        return state.Type.GetMembers(name).IsEmpty ? name : member.Name;
    }

    /// <summary>Whether a method is what is generated for those who have the state, in place of a member that has moved to it.</summary>
    public static bool IsAccessorOf(IMethodSymbol method, ISymbol member) =>
        method.ContainingType.Name.StartsWith(AccessorsOf(member.ContainingType), StringComparison.Ordinal)
        && SymbolEqualityComparer.Default.Equals(method.ContainingNamespace, member.ContainingNamespace)
        && SymbolEqualityComparer.Default.Equals(method.ReturnType, (member as IPropertySymbol)?.Type);

    /// <summary>What the class of such methods is called.</summary>
    internal static string AccessorsOf(INamedTypeSymbol type) => string.Concat(TypeParts.Containers(type).Append(type).Select(outer => outer.Name)) + "Accessors";
}
