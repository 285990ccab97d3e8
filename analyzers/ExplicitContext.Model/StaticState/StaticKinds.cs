using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.StaticState;

/// <summary>Decides what a piece of static state is there for.</summary>
internal static class StaticKinds
{
    private static readonly ImmutableArray<string> ConfigurationWords = ["Option", "Setting", "Config", "Default", "Preference", "Enable", "Flag", "Mode", "Policy"];
    private static readonly ImmutableArray<string> CacheWords = ["Cache", "Pool", "Registry", "Registered", "Lookup", "Map"];

    public static StaticKind Of(ISymbol member, ITypeSymbol type, StaticShape shape, bool isSingleton, bool isImmutableType, MemberUses uses) => shape switch
    {
        StaticShape.ThreadStatic or StaticShape.ThreadLocal or StaticShape.AsyncLocal => StaticKind.PerThread,
        StaticShape.Event => StaticKind.Configuration,
        _ when IsNumber(type) && uses.AreCounting => StaticKind.Counter,
        _ when Says(member, type, CacheWords) => StaticKind.Cache,
        _ when Says(member, type, ConfigurationWords) || uses.AreSetByProperty => StaticKind.Configuration,
        _ when isSingleton || IsOwnType(member, type) && member.Name is "Instance" or "Current" => StaticKind.Service,
        StaticShape.Lazy => StaticKind.LazilyBuiltConstant,
        _ when IsCollection(type) => IsTable(member, uses) ? StaticKind.LazilyBuiltConstant : StaticKind.Cache,
        _ when (isImmutableType || IsOwnType(member, type)) && IsBuiltOnce(member, uses) => StaticKind.LazilyBuiltConstant,
        _ when IsSettableFromOutside(member) && IsValue(type) => StaticKind.Configuration,
        _ when IsObject(type) && !isImmutableType => StaticKind.Service,
        _ => StaticKind.Variable,
    };

    // Only the declaring type can write it, and does so at start or when it finds it empty.
    private static bool IsBuiltOnce(ISymbol member, MemberUses uses) => !IsSettableFromOutside(member) && (uses.AreWritesAtStart || uses.AreFillingWhenEmpty);

    // Filled by its own type at start, or private and never filled at all.
    private static bool IsTable(ISymbol member, MemberUses uses) =>
        !uses.AreChangesOfContent && (uses.AreFillingAtStart || uses.AreFillingWhenEmpty || member.DeclaredAccessibility == Accessibility.Private);

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private static bool IsCollection(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
        && (type is IArrayTypeSymbol
            || type.AllInterfaces.Any(implemented => implemented.SpecialType == SpecialType.System_Collections_IEnumerable)
            || type.Name == "ConditionalWeakTable");

    private static bool IsOwnType(ISymbol member, ITypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType.OriginalDefinition);

    private static bool IsValue(ITypeSymbol type) => type.IsValueType || type.SpecialType == SpecialType.System_String || type.TypeKind == TypeKind.Delegate;

    private static bool IsObject(ITypeSymbol type) => type.TypeKind is TypeKind.Class or TypeKind.Interface && type.SpecialType is SpecialType.None;

    private static bool IsSettableFromOutside(ISymbol member) => member switch
    {
        IPropertySymbol property => property.SetMethod is { DeclaredAccessibility: not Accessibility.Private },
        IFieldSymbol field => !field.IsReadOnly && field.DeclaredAccessibility != Accessibility.Private,
        _ => true,
    };

    private static bool Says(ISymbol member, ITypeSymbol type, ImmutableArray<string> words) =>
        words.Any(word => member.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0 || IsObject(type) && type.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
