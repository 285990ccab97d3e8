using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime;

/// <summary>What <c>[Shareable]</c> says of a type, and what can be seen of one that has the mark but no generated code.</summary>
internal static class Shareables
{
    private const BindingFlags OwnInstanceFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Whether the generator has implemented exactly this type, and not only one that it derives from.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "An interface that trimming removed is used by nobody; the type then goes by its mark or is refused.")]
    public static bool IsGeneratedFor(Type type) =>
        typeof(IShareable).IsAssignableFrom(type)
        && Array.Exists(
            type.GetInterfaces(),
            face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IShareable<>) && face.GetGenericArguments()[0] == type);

    /// <summary>Whether the type itself has the mark.</summary>
    public static bool IsDeclared(Type type) => type.IsDefined(typeof(ShareableAttribute), inherit: false);

    /// <summary>Whether a struct was declared readonly.</summary>
    public static bool IsReadOnlyStruct(Type type) => type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false);

    /// <summary>All instance fields, those of base types included.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A field that trimming removed is read by nobody, so what it would hold does not matter.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "As above.")]
    public static ImmutableArray<FieldInfo> FieldsOf(Type type)
    {
        var fields = ImmutableArray.CreateBuilder<FieldInfo>();
        for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType) fields.AddRange(declaring.GetFields(OwnInstanceFields));
        return fields.ToImmutable();
    }

    /// <summary>What a message calls a field: the property whose storage it is, or the name that the source has.</summary>
    public static string NameOf(FieldInfo field) => field.Name is ['<', .. var rest] && rest.IndexOf('>') is > 0 and var end ? rest[..end] : field.Name;
}
