using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.StaticState;

/// <summary>What is known of types whose source is not to be seen.</summary>
internal static class FrameworkTypes
{
    // Change nothing that a reader could see, although their surface looks as if they did; locks and tokens are no data.
    private static readonly ImmutableHashSet<string> Immutable = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "System.String", "System.Object", "System.Type", "System.Uri", "System.Version", "System.TimeZoneInfo", "System.Globalization.CultureInfo",
        "System.Globalization.NumberFormatInfo", "System.Globalization.DateTimeFormatInfo", "System.Globalization.TextInfo", "System.Globalization.CompareInfo",
        "System.Text.Encoding", "System.Text.UTF8Encoding", "System.Text.UnicodeEncoding", "System.Text.ASCIIEncoding", "System.Text.CompositeFormat",
        "System.Text.RegularExpressions.Regex", "System.Text.Json.JsonSerializerOptions", "System.Resources.ResourceManager", "System.Net.IPAddress", "System.Net.Http.HttpMethod",
        "System.Diagnostics.ActivitySource", "System.Diagnostics.DiagnosticSource", "System.Diagnostics.Metrics.Meter",
        "System.Threading.Tasks.Task", "System.Threading.CancellationToken", "System.Threading.Lock", "System.Threading.ReaderWriterLockSlim", "System.Threading.ReaderWriterLock",
        "System.Threading.SemaphoreSlim", "System.Threading.Mutex", "System.Collections.IComparer", "System.Collections.IEqualityComparer",
        "System.Collections.IEnumerable");

    private static readonly ImmutableArray<string> ImmutableNamespaces =
        ["System.Collections.Immutable", "System.Collections.Frozen", "System.Reflection", "System.Linq.Expressions"];

    // Immutable exactly where their type arguments are.
    private static readonly ImmutableHashSet<string> Views = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "IEnumerable", "IReadOnlyCollection", "IReadOnlyList", "IReadOnlyDictionary", "IReadOnlySet", "ReadOnlyCollection", "ReadOnlyDictionary", "ReadOnlySet",
        "IComparer", "IEqualityComparer", "Comparer", "EqualityComparer", "IGrouping", "ILookup", "Lookup", "SearchValues", "Task");

    private static readonly ImmutableHashSet<string> MutableStructs = ImmutableHashSet.Create(StringComparer.Ordinal, "Memory", "ArraySegment", "SpinLock", "GCHandle");

    private static readonly ImmutableArray<string> Changing =
    [
        "Add", "Append", "Change", "Clear", "Dequeue", "Enqueue", "GetOrAdd", "Increment", "Insert", "Next", "Pop", "Push", "Put", "Register", "Release", "Remove",
        "Reset", "Restart", "Return", "Set", "Start", "Stop", "Store", "Take", "TryAdd", "TryRemove", "TrySet", "Update", "Write",
    ];

    // Of these the operating system has one, or they were made to be shared by a whole process.
    private static readonly ImmutableHashSet<string> OfTheProcess = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "System.Net.Http.HttpClient", "System.Diagnostics.Process", "System.AppDomain", "System.Threading.EventWaitHandle", "System.IO.FileSystemWatcher",
        "System.Console", "System.Diagnostics.Tracing.EventSource", "System.Diagnostics.TraceSource", "System.IntPtr", "System.UIntPtr");

    /// <summary>The namespace and name of a type, without type arguments.</summary>
    public static string FullName(ITypeSymbol type) =>
        type.OriginalDefinition.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.Name : type.Name;

    /// <summary>Whether the type cannot change, as far as its type arguments cannot.</summary>
    public static bool IsImmutable(INamedTypeSymbol type) => type.Arity == 0 && Immutable.Contains(FullName(type)) || IsOfImmutableNamespace(type) || IsView(type);

    /// <summary>Whether whoever holds the type can only look at what is behind it.</summary>
    public static bool IsView(ITypeSymbol type) => Views.Contains(type.Name) && FullName(type).StartsWith("System.", StringComparison.Ordinal);

    /// <summary>Whether a value type from a reference holds what its users can change.</summary>
    public static bool IsMutableStruct(ITypeSymbol type) => MutableStructs.Contains(type.Name);

    /// <summary>Whether the type stands for something that a process has once.</summary>
    public static bool IsOfTheProcess(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (OfTheProcess.Contains(FullName(current)) || current.Name is "SafeHandle" or "CriticalHandle")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a method's name says that it changes what it is called on: "Add" and "AddRange", but not "Address".</summary>
    public static bool IsChange(string methodName) => Changing.Any(word =>
        methodName.StartsWith(word, StringComparison.Ordinal) && (methodName.Length == word.Length || !char.IsLower(methodName[word.Length])));

    private static bool IsOfImmutableNamespace(INamedTypeSymbol type) =>
        !type.Name.EndsWith("Builder", StringComparison.Ordinal)
        && type.OriginalDefinition.ContainingNamespace is { IsGlobalNamespace: false } space && ImmutableNamespaces.Contains(space.ToDisplayString());
}
