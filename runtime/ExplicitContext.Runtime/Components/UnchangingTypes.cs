using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace ExplicitContext.Runtime;

/// <summary>Tells by reflection types whose instances cannot change, deeply. What cannot be told counts as changing.</summary>
[RequiresUnreferencedCode(StaticsCensus.WhyTrimming)]
internal sealed class UnchangingTypes
{
    // Their fields do not show it: caches inside, or data that only the runtime knows. Locks are no data.
    private static readonly ImmutableHashSet<Type> Known =
    [
        typeof(string), typeof(object), typeof(decimal), typeof(Uri), typeof(Version), typeof(BigInteger), typeof(Regex), typeof(TimeZoneInfo), typeof(Encoding),
        typeof(UTF8Encoding), typeof(ASCIIEncoding), typeof(UnicodeEncoding), typeof(StringComparer), typeof(DBNull), typeof(Type), typeof(Assembly), typeof(MethodInfo), typeof(FieldInfo),
        typeof(PropertyInfo), typeof(ConstructorInfo), typeof(SemaphoreSlim), typeof(ReaderWriterLockSlim), typeof(DateTime), typeof(TimeProvider),
    ];

    private static readonly ImmutableArray<string> KnownNamespaces = ["System.Collections.Immutable", "System.Collections.Frozen"];

    private readonly Dictionary<Type, string?> answers = [];

    public bool Contains(Type type) => WhyNot(type) is null;

    /// <summary>Why instances of the type may change, as the end of a sentence; null where they cannot.</summary>
    public string? WhyNot(Type type)
    {
        if (!answers.TryGetValue(type, out var answer)) answers.Add(type, answer = WhyNot(type, []));
        return answer;
    }

    // A type that is met again on the way stands or falls with the rest.
    private static string? WhyNot(Type type, HashSet<Type> visiting) => visiting.Add(type) ? Look(type, visiting) : null;

    private static string? Look(Type type, HashSet<Type> visiting)
    {
        if (type.IsPrimitive || type.IsEnum || Known.Contains(type) || type.FullName == "System.Threading.Lock" || type.IsDefined(typeof(ShareableAttribute), false)) return null;
        if (typeof(Delegate).IsAssignableFrom(type)) return null;
        if (type.IsPointer || type.IsFunctionPointer) return $"{Shown(type)} leads to memory that anybody may write to.";
        if (type.IsArray) return $"the elements of {Shown(type)} can be assigned.";
        if (type.IsGenericParameter || type.IsInterface) return $"what {Shown(type)} stands for is not known.";
        if (type is { IsGenericType: true, Namespace: { } space } && KnownNamespaces.Contains(space))
            return type.Name.Contains("Builder", StringComparison.Ordinal) ? $"{Shown(type)} can change." : type.GetGenericArguments().Select(argument => WhyNot(argument, visiting)).FirstOrDefault(static why => why is not null);
        if (!type.IsValueType && !type.IsSealed) return $"{Shown(type)} is not sealed, so it may be one that can change.";
        return LookAtFields(type, visiting);
    }

    private static string? LookAtFields(Type type, HashSet<Type> visiting)
    {
        for (var part = type; part is not null && part != typeof(object) && part != typeof(ValueType); part = part.BaseType)
        {
            foreach (var field in part.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                // A field that is readonly hands out copies of a struct.
                if (!type.IsValueType && !field.IsInitOnly) return $"{Shown(type)}.{field.Name} can be assigned.";
                if (WhyNot(field.FieldType, visiting) is { } why) return why;
            }
        }

        return null;
    }

    private static string Shown(Type type) => type.FullName ?? type.Name;
}
