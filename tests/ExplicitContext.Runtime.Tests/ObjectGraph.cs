using System.Reflection;

namespace ExplicitContext.Runtime.Tests;

/// <summary>
/// The heap walk: all objects that can be reached from one by the fields of objects, elements of arrays, and targets of delegates. It sees what the
/// collector sees, but for handles and statics.
/// </summary>
internal static class ObjectGraph
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>All objects that can be reached, but for what belongs to the process: types, members, threads and what they lead to.</summary>
    public static IReadOnlyCollection<object> From(object root) => From(root, static value => value is MemberInfo or Assembly or Module or Thread);

    /// <summary>All objects that can be reached.</summary>
    /// <param name="root">Where to begin.</param>
    /// <param name="isBorder">What is neither listed nor gone through.</param>
    public static IReadOnlyCollection<object> From(object root, Func<object, bool> isBorder) => [.. Paths(root, isBorder).Keys];

    /// <summary>The way from a root to an object that is meant, for messages; null where there is none.</summary>
    public static string? PathTo(object root, Func<object, bool> isBorder, Func<object, bool> isMeant) =>
        Paths(root, isBorder).Where(pair => isMeant(pair.Key)).Select(pair => pair.Value).FirstOrDefault();

    /// <summary>
    /// An estimate of an object's bytes, as a 64-bit runtime lays it out: header and type word, 16; references 8; and for arrays the length as well.
    /// </summary>
    public static long SizeOf(object value)
    {
        var type = value.GetType();
        if (value is string text) return Aligned(22 + 2L * text.Length);
        if (value is Array array) return Aligned(24 + array.LongLength * SizeOfField(type.GetElementType()!));
        return Aligned(16 + InstanceFields(type).Sum(field => SizeOfField(field.FieldType)));
    }

    private static Dictionary<object, string> Paths(object root, Func<object, bool> isBorder)
    {
        var paths = new Dictionary<object, string>(ReferenceEqualityComparer.Instance) { [root] = root.GetType().Name };
        var pending = new Queue<object>([root]);
        while (pending.TryDequeue(out var next))
        {
            foreach (var (name, child) in Children(next, next.GetType()))
            {
                if (isBorder(child) || !paths.TryAdd(child, $"{paths[next]}.{name}")) continue;
                pending.Enqueue(child);
            }
        }

        return paths;
    }

    private static IEnumerable<(string Name, object Child)> Children(object value, Type type)
    {
        if (value is Array array)
        {
            if (!CanLead(type.GetElementType()!)) yield break;
            var i = 0;
            foreach (var element in array)
            {
                foreach (var (name, child) in Held($"[{i}]", element)) yield return (name, child);
                i++;
            }

            yield break;
        }

        foreach (var field in InstanceFields(type).Where(field => CanLead(field.FieldType)))
        {
            foreach (var (name, child) in Held(field.Name, field.GetValue(value))) yield return (name, child);
        }
    }

    /// <summary>What a field holds: an object, or what the fields of a struct hold.</summary>
    private static IEnumerable<(string Name, object Child)> Held(string name, object? value)
    {
        if (value is null or Pointer) return [];
        return value.GetType().IsValueType
            ? Children(value, value.GetType()).Select(child => ($"{name}.{child.Name}", child.Child))
            : [(name, value)];
    }

    private static IEnumerable<FieldInfo> InstanceFields(Type type)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            foreach (var field in part.GetFields(Fields)) yield return field;
        }
    }

    private static bool CanLead(Type type) => !type.IsPrimitive && !type.IsEnum && !type.IsPointer && !type.IsFunctionPointer && type != typeof(string) && !type.IsByRefLike;

    private static long SizeOfField(Type type) => type switch
    {
        { IsValueType: false } => 8,
        { IsEnum: true } => SizeOfField(type.GetEnumUnderlyingType()),
        { IsPrimitive: true } => SizeOfPrimitive(type),
        _ => Aligned(InstanceFields(type).Sum(field => SizeOfField(field.FieldType))),
    };

    private static long SizeOfPrimitive(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean or TypeCode.Byte or TypeCode.SByte => 1,
        TypeCode.Char or TypeCode.Int16 or TypeCode.UInt16 => 2,
        TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => 4,
        _ => 8,
    };

    private static long Aligned(long size) => (size + 7) / 8 * 8;
}
