using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.StaticState;

/// <summary>Tells a seam: a static through which others, tests above all, exchange behaviour for the whole process.</summary>
internal static class StaticSeams
{
    /// <summary>
    /// Whether a static member that can be assigned is a seam: it holds behaviour (a delegate, an interface, an abstract class), has a default, and
    /// others can set it; or a method that is named after tests sets it.
    /// </summary>
    public static bool Contains(ISymbol member, ITypeSymbol type, StaticShape shape, MemberUses uses) =>
        shape is StaticShape.AssignableField or StaticShape.SettableProperty
        && (uses.AreSetForTests || IsBehaviour(type) && uses.HaveDefault && (StaticKinds.IsSettableFromOutside(member) || uses.AreSetByOthers));

    private static bool IsBehaviour(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Delegate or TypeKind.Interface || type is { TypeKind: TypeKind.Class, IsAbstract: true }
        ? type.SpecialType == SpecialType.None && !type.AllInterfaces.Any(implemented => implemented.SpecialType == SpecialType.System_Collections_IEnumerable) && !FrameworkTypes.IsView(type)
        : false;
}
