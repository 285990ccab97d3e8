using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime;

/// <summary>
/// Finds the way for a type, once per type. Where the process cannot make code at run time, as under NativeAOT, the ways that need a generic type made
/// to measure do not exist; those values then go by their run-time type, box by box, and what cannot be judged so is refused.
/// </summary>
internal static class Routes
{
    /// <summary>Whether every value of the static type crosses as it is. Asks types only, never another route, so that no two wait for one another.</summary>
    public static bool IsFree(Type type) => IsFree(type, []);

    /// <summary>The way for a static type.</summary>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only where code can be made at run time; the analyzer for .NET 8 does not see the condition.")]
    public static Route<T> Create<T>() =>
        RuntimeFeature.IsDynamicCodeSupported && CreateToMeasure(typeof(T), isExact: typeof(T).IsValueType || typeof(T).IsSealed) is { } route ? (Route<T>)route : ByRunTimeType<T>.Instance;

    /// <summary>The way for objects of a run-time type that is told by nothing but its shape, or null where there is none.</summary>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only where code can be made at run time; the analyzer for .NET 8 does not see the condition.")]
    public static IRoute? Find(Type runTimeType)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported) return null;
        for (Type? type = runTimeType; type is not null; type = type.BaseType)
        {
            // Frozen collections are the one family of hidden types under a public one that nobody else can derive from.
            if (type != runTimeType && !IsFrozenCollection(type)) continue;
            if (CreateToMeasure(type, isExact: true) is { } route) return (IRoute)route;
        }

        return null;
    }

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only where code can be made at run time; the analyzer for .NET 8 does not see the condition.")]
    private static bool IsFree(Type type, HashSet<Type> visiting)
    {
        if (!type.IsValueType && !type.IsSealed) return false;
        if (FrameworkTypes.IsImmutable(type)) return true;
        if (typeof(ICrossesByReference).IsAssignableFrom(type)) return true;

        // A type that is met again stands or falls with the rest.
        if (!visiting.Add(type)) return true;
        if (type.IsGenericType && IsTransparent(type.GetGenericTypeDefinition()))
            return Array.TrueForAll(type.GetGenericArguments(), argument => IsFree(argument, visiting));
        if (!RuntimeFeature.IsDynamicCodeSupported) return false;
        if (Shareables.IsGeneratedFor(type)) return ((IByReferenceProbe)Make(typeof(ByReferenceProbe<>), type)).CrossesByReference;
        return Shareables.IsDeclared(type)
            && Shareables.FieldsOf(type).All(field => (field.IsInitOnly || type.IsValueType) && IsFree(field.FieldType, visiting));
    }

    // Sealed, without state of their own besides what their type arguments tell.
    private static bool IsTransparent(Type definition) =>
        definition == typeof(Nullable<>) || definition == typeof(KeyValuePair<,>) || IsValueTuple(definition)
        || definition == typeof(ImmutableArray<>) || definition == typeof(ImmutableList<>)
        || definition == typeof(ImmutableStack<>) || definition == typeof(ImmutableQueue<>);

    private static bool IsValueTuple(Type definition) => definition.IsValueType && definition.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal);

    private static bool IsFrozenCollection(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var definition && (definition == typeof(FrozenSet<>) || definition == typeof(FrozenDictionary<,>));

    [RequiresDynamicCode("Makes a generic type to measure.")]
    private static object? CreateToMeasure(Type type, bool isExact)
    {
        if (type.IsSZArray) return Make(typeof(ArrayRoute<>), type.GetElementType()!);
        if (type.IsGenericType && CreateGeneric(type.GetGenericTypeDefinition(), type.GetGenericArguments()) is { } route) return route;
        if (!isExact) return null;
        if (Shareables.IsGeneratedFor(type)) return Make(typeof(GeneratedRoute<>), type);
        return Shareables.IsDeclared(type) ? Make(typeof(FieldwiseRoute<>), type) : null;
    }

    [RequiresDynamicCode("Makes a generic type to measure.")]
    private static object? CreateGeneric(Type definition, Type[] arguments)
    {
        if (definition == typeof(Nullable<>)) return Make(typeof(NullableRoute<>), arguments);
        if (definition == typeof(KeyValuePair<,>)) return Make(typeof(KeyValuePairRoute<,>), arguments);
        if (definition == typeof(List<>)) return Make(typeof(ListRoute<>), arguments);
        if (definition == typeof(HashSet<>)) return Make(typeof(HashSetRoute<>), arguments);
        if (definition == typeof(Dictionary<,>)) return Make(typeof(DictionaryRoute<,>), arguments);
        if (definition == typeof(ImmutableArray<>)) return Make(typeof(ImmutableArrayRoute<>), arguments);
        if (definition == typeof(ImmutableList<>)) return Make(typeof(ImmutableListRoute<>), arguments);
        if (definition == typeof(ImmutableStack<>)) return Make(typeof(ImmutableStackRoute<>), arguments);
        if (definition == typeof(ImmutableQueue<>)) return Make(typeof(ImmutableQueueRoute<>), arguments);
        if (definition == typeof(ImmutableHashSet<>)) return Make(typeof(ImmutableHashSetRoute<>), arguments);
        if (definition == typeof(ImmutableSortedSet<>)) return Make(typeof(ImmutableSortedSetRoute<>), arguments);
        if (definition == typeof(ImmutableDictionary<,>)) return Make(typeof(ImmutableDictionaryRoute<,>), arguments);
        if (definition == typeof(ImmutableSortedDictionary<,>)) return Make(typeof(ImmutableSortedDictionaryRoute<,>), arguments);
        if (definition == typeof(FrozenSet<>)) return Make(typeof(FrozenSetRoute<>), arguments);
        if (definition == typeof(FrozenDictionary<,>)) return Make(typeof(FrozenDictionaryRoute<,>), arguments);
        return IsValueTuple(definition) ? CreateTuple(arguments) : null;
    }

    [RequiresDynamicCode("Makes a generic type to measure.")]
    private static object CreateTuple(Type[] arguments) => arguments.Length switch
    {
        1 => Make(typeof(TupleRoute<>), arguments),
        2 => Make(typeof(TupleRoute<,>), arguments),
        3 => Make(typeof(TupleRoute<,,>), arguments),
        4 => Make(typeof(TupleRoute<,,,>), arguments),
        5 => Make(typeof(TupleRoute<,,,,>), arguments),
        6 => Make(typeof(TupleRoute<,,,,,>), arguments),
        7 => Make(typeof(TupleRoute<,,,,,,>), arguments),
        _ => Make(typeof(TupleRoute<,,,,,,,>), arguments),
    };

    [RequiresDynamicCode("Makes a generic type to measure.")]
    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "No type parameter of a route asks for members; its constraints hold because the argument comes from a type that has them.")]
    private static object Make([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] Type definition, params Type[] arguments) =>
        Activator.CreateInstance(definition.MakeGenericType(arguments))!;

    private interface IByReferenceProbe
    {
        bool CrossesByReference { get; }
    }

    private sealed class ByReferenceProbe<T> : IByReferenceProbe
        where T : IShareable<T>
    {
        public bool CrossesByReference => T.CrossesByReference;
    }
}
