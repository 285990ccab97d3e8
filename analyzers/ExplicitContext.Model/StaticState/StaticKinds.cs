using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.StaticState;

/// <summary>Decides what a piece of static state is there for: by what is done with it, and by names only where that tells nothing.</summary>
/// <param name="member">The member.</param>
/// <param name="type">The type of what it stores.</param>
/// <param name="shape">What makes it able to change.</param>
/// <param name="isSingleton">Whether it holds the one instance of a type.</param>
/// <param name="isSeam">Whether others can exchange behaviour through it.</param>
/// <param name="isHarmless">Whether nothing changes in the object that it is first given.</param>
/// <param name="isFixedCase">Whether it is one of several instances that the declaring type has of itself.</param>
/// <param name="uses">What its type does with it.</param>
internal sealed class StaticKinds(ISymbol member, ITypeSymbol type, StaticShape shape, bool isSingleton, bool isSeam, Lazy<bool> isHarmless, bool isFixedCase, MemberUses uses)
{
    private static readonly ImmutableArray<string> ConfigurationWords = ["Option", "Setting", "Config", "Default", "Preference", "Enable", "Flag", "Mode", "Policy"];
    private static readonly ImmutableArray<string> CacheWords = ["Cache", "Pool", "Registry", "Registered", "Lookup", "Map"];

    public StaticKind Kind => shape switch
    {
        StaticShape.ThreadStatic or StaticShape.ThreadLocal or StaticShape.AsyncLocal => StaticKind.PerThread,
        StaticShape.Event => StaticKind.Configuration,
        _ when IsConstant => StaticKind.Constant,
        _ when IsNumber && uses.AreCounting => StaticKind.Counter,
        _ when IsCollection(type) && uses.AreChangesOfContent => StaticKind.Cache,
        _ when IsAssignable && !IsSettable && isHarmless.Value && uses.AreFillingWhenEmpty => StaticKind.LazilyBuiltConstant,
        _ when (IsObject || IsCollection(type)) && Says(CacheWords) => StaticKind.Cache,
        _ when Says(ConfigurationWords) || uses.AreSetByProperty => StaticKind.Configuration,
        _ when isSingleton || IsOwnType && member.Name is "Instance" or "Current" => StaticKind.Service,
        StaticShape.Lazy => StaticKind.LazilyBuiltConstant,
        _ when IsCollection(type) => IsTable ? uses.AreFillingWhenEmpty ? StaticKind.LazilyBuiltConstant : StaticKind.Constant : StaticKind.Cache,
        _ when !IsSettable && (IsOwnType || isHarmless.Value) && uses.AreWritesAtStart => StaticKind.Constant,
        _ when !IsSettable && (IsOwnType || isHarmless.Value) && uses.AreFillingWhenEmpty => StaticKind.LazilyBuiltConstant,
        _ when IsSettable && IsValue => StaticKind.Configuration,
        _ when IsObject && (type.IsAbstract || !isHarmless.Value) => StaticKind.Service,
        _ => StaticKind.Variable,
    };

    /// <summary>
    /// Whether the member is a constant that only its own type assigns, at the start, and that means the same where it can no longer be assigned: a method called on a
    /// readonly struct works on a copy.
    /// </summary>
    public bool CanBeReadOnly => IsAssignable && !IsSettable && IsConstant
        && member is not IFieldSymbol { IsVolatile: true }
        && (!type.IsValueType || type.IsReadOnly || type.SpecialType != SpecialType.None || type.TypeKind == TypeKind.Enum);

    /// <summary>Whether code of other types can assign a member.</summary>
    public static bool IsSettableFromOutside(ISymbol member) => member switch
    {
        IPropertySymbol property => property.SetMethod is { DeclaredAccessibility: not Accessibility.Private },
        IFieldSymbol field => !field.IsReadOnly && field.DeclaredAccessibility != Accessibility.Private,
        _ => true,
    };

    /// <summary>Whether a type is an array or a collection.</summary>
    public static bool IsCollection(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
        && (type is IArrayTypeSymbol
            || type.SpecialType == SpecialType.System_Collections_IEnumerable
            || type.AllInterfaces.Any(implemented => implemented.SpecialType == SpecialType.System_Collections_IEnumerable)
            || type.Name == "ConditionalWeakTable");

    // Filled once and never again, for all that the compilation shows. What others can set is taken for a setting, unless it is an object made here.
    private bool IsConstant => shape switch
    {
        StaticShape.ReadOnlyOfMutableType => isFixedCase || IsCollection(type) && uses.AreFilledAtStartAndRead,
        StaticShape.AssignableField or StaticShape.SettableProperty => !isSeam && uses.AreWritesAtStart && (!IsSettable || uses.HaveDefault && (uses.AreAllChanges || IsNamedAsConstant && uses.AreAllChangesHere)) && isHarmless.Value,
        _ => false,
    };

    private bool IsAssignable => shape is StaticShape.AssignableField or StaticShape.SettableProperty;

    private bool IsSettable => IsSettableFromOutside(member);

    // "ZERO", "None": what is called so is not meant to be set, even where the world could.
    private bool IsNamedAsConstant => shape == StaticShape.AssignableField
        && (Sentinels.IsNameOf(member) || member.Name.Length > 1 && member.Name.All(letter => !char.IsLower(letter)) && member.Name.Any(char.IsUpper));

    // Filled by its own type at start, or private and never filled at all.
    private bool IsTable => uses.AreFillingWhenEmpty || uses.AreWritesAtStart && (uses.AreFillingAtStart || member.DeclaredAccessibility == Accessibility.Private);

    private bool IsNumber => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private bool IsOwnType => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType.OriginalDefinition);

    private bool IsValue => type.IsValueType || type.SpecialType == SpecialType.System_String || type.TypeKind == TypeKind.Delegate;

    private bool IsObject => type.TypeKind is TypeKind.Class or TypeKind.Interface && type.SpecialType is SpecialType.None;

    private bool Says(ImmutableArray<string> words) =>
        words.Any(word => member.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0 || IsObject && type.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
