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
    private readonly Dictionary<Assembly, ILookup<Type, Type>> assemblies = [];

    public bool Contains(Type type) => WhyNot(type) is null;

    /// <summary>Why instances of the type may change, as the end of a sentence; null where they cannot.</summary>
    public string? WhyNot(Type type)
    {
        if (!answers.TryGetValue(type, out var answer)) answers.Add(type, answer = WhyNot(type, []));
        return answer;
    }

    // A type that is met again on the way stands or falls with the rest.
    private string? WhyNot(Type type, HashSet<Type> visiting) => visiting.Add(type) ? Look(type, visiting) : null;

    private string? Look(Type type, HashSet<Type> visiting)
    {
        if (type.IsPrimitive || type.IsEnum || Known.Contains(type) || type.FullName == "System.Threading.Lock" || type.IsDefined(typeof(ShareableAttribute), false)) return null;
        if (typeof(Delegate).IsAssignableFrom(type)) return null;
        if (type.IsPointer || type.IsFunctionPointer) return $"{Shown(type)} leads to memory that anybody may write to.";
        if (type.IsArray) return $"the elements of {Shown(type)} can be assigned.";
        if (type.IsGenericParameter || type.IsInterface) return $"what {Shown(type)} stands for is not known.";
        if (type is { IsGenericType: true, Namespace: { } space } && KnownNamespaces.Contains(space))
            return type.Name.Contains("Builder", StringComparison.Ordinal) ? $"{Shown(type)} can change." : type.GetGenericArguments().Select(argument => WhyNot(argument, visiting)).FirstOrDefault(static why => why is not null);
        if (!type.IsValueType && !type.IsSealed)
        {
            if (type.IsVisible) return $"{Shown(type)} is not sealed, so it may be one that can change.";
            if (DerivedFrom(type).Select(derived => WhyNot(derived, visiting)).FirstOrDefault(static why => why is not null) is { } why) return why;
        }

        return LookAtFields(type, visiting);
    }

    /// <summary>The types that derive from one that is not visible outside, so that all of them are in its assembly.</summary>
    private IEnumerable<Type> DerivedFrom(Type type)
    {
        if (!assemblies.TryGetValue(type.Assembly, out var byBase))
            assemblies.Add(type.Assembly, byBase = type.Assembly.GetTypes().Where(static each => each.BaseType is not null).ToLookup(static each => Definition(each.BaseType!)));
        return byBase[Definition(type)];
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private string? LookAtFields(Type type, HashSet<Type> visiting)
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
