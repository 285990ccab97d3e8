using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace ExplicitContext.Runtime;

/// <summary>What is known of types that the framework brings.</summary>
internal static class FrameworkTypes
{
    private static readonly FrozenSet<Type> Immutable = new[]
    {
        typeof(string), typeof(nint), typeof(nuint), typeof(Half), typeof(Int128), typeof(UInt128), typeof(decimal), typeof(BigInteger), typeof(Complex),
        typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(TimeZoneInfo),
        typeof(Version), typeof(Uri), typeof(Index), typeof(Range), typeof(Rune), typeof(DBNull), typeof(CompareInfo), typeof(RegionInfo), typeof(Regex),
        typeof(InterpreterId), typeof(ValueTuple),
        typeof(int).GetType(),
    }.ToFrozenSet();

    /// <summary>Whether instances of exactly this type can never change.</summary>
    public static bool IsImmutable(Type type) => type.IsPrimitive || type.IsEnum || Immutable.Contains(type);

    /// <summary>Why an object of a type whose instances may be switched to read-only cannot cross, or null where it can; false where the type is another.</summary>
    public static bool IsSwitchable(object value, out string? obstacle)
    {
        (bool isReadOnly, string remedy)? found = value switch
        {
            CultureInfo culture when culture.GetType() == typeof(CultureInfo) => (culture.IsReadOnly, "CultureInfo.ReadOnly"),
            NumberFormatInfo numbers => (numbers.IsReadOnly, "NumberFormatInfo.ReadOnly"),
            DateTimeFormatInfo dates => (dates.IsReadOnly, "DateTimeFormatInfo.ReadOnly"),
            TextInfo text => (text.IsReadOnly, "TextInfo.ReadOnly"),
            Encoding encoding when IsOfFramework(encoding) => (encoding.IsReadOnly, "an encoding from Encoding.GetEncoding"),
            _ => null,
        };
        obstacle = found is { isReadOnly: false } ? $"it can change; send what {found.Value.remedy} gives" : null;
        return found is not null;
    }

    /// <summary>Whether a comparer is one of the framework's own without state. One made from a delegate is not.</summary>
    public static bool IsStatelessComparer<T>(object? comparer) =>
        comparer is null or ReferenceEqualityComparer
        || (comparer is StringComparer && IsOfFramework(comparer))
        || ReferenceEquals(comparer, EqualityComparer<T>.Default)
        || ReferenceEquals(comparer, Comparer<T>.Default);

    /// <summary>What to do about an object of a type that never crosses, in a message.</summary>
    public static string ReasonAgainst(object value) => value switch
    {
        ThreadState => "a thread state belongs to one thread in one interpreter",
        Stream or TextReader or TextWriter => "a stream has a position and buffers that only one interpreter can own; move it with Shareable.Move",
        Thread or Timer or WaitHandle or Task => "threads, locks, timers and tasks belong to the interpreter that made them",
        Exception => "an exception refers to the code that threw it; send what there is to know of it",
        System.Collections.IEnumerable => "it can change, or is made on demand; send an immutable collection, or copy an array, List, Dictionary or HashSet with Shareable.Copy",
        _ when value.GetType() == typeof(object) => "a plain object is an identity, such as a lock, that only one interpreter can own",
        _ => "nothing says that it cannot change; mark its type [Shareable] and partial, or register a copier",
    };

    private static bool IsOfFramework(object value) => value.GetType().Assembly == typeof(object).Assembly;
}
