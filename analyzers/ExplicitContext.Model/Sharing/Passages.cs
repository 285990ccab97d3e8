using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Sharing;

/// <summary>
/// Tells from types how values cross. Calls nothing <see cref="Passage.ByReference"/> that the runtime would look into, and nothing
/// <see cref="Passage.Never"/> that the runtime might let through.
/// </summary>
public static class Passages
{
    private static readonly ImmutableHashSet<string> Immutable = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "System.Half", "System.Int128", "System.UInt128", "System.Guid", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.TimeZoneInfo",
        "System.Version", "System.Index", "System.Range", "System.DBNull", "System.ValueTuple", "System.Numerics.BigInteger", "System.Numerics.Complex", "System.Text.Rune",
        "System.Globalization.CompareInfo", "ExplicitContext.Runtime.InterpreterId");

    // Nothing of their own but what their type arguments tell.
    private static readonly ImmutableHashSet<string> Transparent = ImmutableHashSet.Create(
        StringComparer.Ordinal, "System.Nullable", "System.ValueTuple", "System.Collections.Generic.KeyValuePair");

    private static readonly ImmutableHashSet<string> ImmutableCollections = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "System.Collections.Immutable.ImmutableArray", "System.Collections.Immutable.ImmutableList", "System.Collections.Immutable.ImmutableStack", "System.Collections.Immutable.ImmutableQueue");

    private static readonly ImmutableHashSet<string> Copyable = ImmutableHashSet.Create(
        StringComparer.Ordinal, "System.Collections.Generic.List", "System.Collections.Generic.Dictionary", "System.Collections.Generic.HashSet");

    // They and what derives from them belong to the thread or interpreter that made them, or can change and are not copied.
    private static readonly ImmutableHashSet<string> Bound = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "System.IO.Stream", "System.IO.TextReader", "System.IO.TextWriter", "System.Threading.Thread", "System.Threading.Timer", "System.Threading.WaitHandle", "System.Threading.Lock",
        "System.Threading.SemaphoreSlim", "System.Threading.ReaderWriterLockSlim", "System.Threading.CancellationTokenSource", "System.Threading.CancellationToken", "System.Threading.ThreadLocal",
        "System.Threading.AsyncLocal", "System.Threading.Tasks.Task", "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.TaskCompletionSource", "System.Lazy", "System.WeakReference",
        "System.Exception", "System.Random", "System.Memory", "System.ReadOnlyMemory", "System.ArraySegment", "System.Text.StringBuilder", "System.Collections.Generic.Queue",
        "System.Collections.Generic.Stack", "System.Collections.Generic.LinkedList", "System.Collections.Generic.SortedDictionary", "System.Collections.Generic.SortedSet",
        "System.Collections.Generic.SortedList", "System.Collections.Generic.PriorityQueue", "System.Collections.ObjectModel.Collection", "System.Collections.ObjectModel.ReadOnlyCollection",
        "System.Collections.Concurrent.ConcurrentDictionary", "System.Collections.Concurrent.ConcurrentQueue", "System.Collections.Concurrent.ConcurrentStack",
        "System.Collections.Concurrent.ConcurrentBag", "System.Net.Http.HttpClient", "ExplicitContext.Runtime.ThreadState");

    /// <summary>How values of the type cross.</summary>
    public static Passage Of(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array) return array.Rank == 1 && Of(array.ElementType) != Passage.Never ? Passage.Copied : array.Rank == 1 ? Passage.Never : Passage.Depends;
        if (type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer || type.IsRefLikeType) return Passage.Never;
        if (type.TypeKind == TypeKind.Enum || IsSimple(type.SpecialType)) return Passage.ByReference;
        if (type is not INamedTypeSymbol named || type.TypeKind is TypeKind.Interface or TypeKind.Delegate or TypeKind.Error || type.SpecialType == SpecialType.System_Object) return Passage.Depends;

        var name = FullName(named);
        var arguments = named.TypeArguments.Select(Of).ToImmutableArray();
        if (named.Arity == 0 && Immutable.Contains(name)) return Passage.ByReference;
        if (Transparent.Contains(name)) return arguments.Max();
        if (ImmutableCollections.Contains(name)) return arguments.Max() == Passage.Copied ? Passage.Depends : arguments.Max();
        if (Copyable.Contains(name)) return arguments.Max() == Passage.Never ? Passage.Never : Passage.Copied;
        for (var current = named; current is not null; current = current.BaseType)
        {
            if (Bound.Contains(FullName(current))) return Passage.Never;
        }

        return IsUndeclared(named) ? Passage.Never : Passage.Depends;
    }

    /// <summary>Why values of a type that crosses <see cref="Passage.Never"/> do not, as the end of a sentence.</summary>
    public static string ReasonAgainst(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => ReasonAgainst(array.ElementType),
        INamedTypeSymbol { TypeArguments: [.., _] } named when named.TypeArguments.FirstOrDefault(argument => Of(argument) == Passage.Never) is { } argument => ReasonAgainst(argument),
        INamedTypeSymbol named when IsUndeclared(named) => $"'{Display(type)}' is not marked [Shareable]",
        _ => $"'{Display(type)}' can change or belongs to one interpreter",
    };

    // A sealed type of this compilation that nobody has marked. An open one might be derived from by a marked one.
    private static bool IsUndeclared(INamedTypeSymbol type) =>
        (type.IsSealed || type.IsValueType)
        && type.OriginalDefinition.Locations.Any(location => location.IsInSource)
        && KnownAttributes.Find(type.OriginalDefinition, KnownAttributes.Shareable) is null
        && !type.AllInterfaces.Any(face => face.Name is "IShareable" or "ICrossesByReference" or "ITransferable");

    private static string FullName(INamedTypeSymbol type) => $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}";

    private static string Display(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private static bool IsSimple(SpecialType type) => type is SpecialType.System_String or SpecialType.System_DateTime or (>= SpecialType.System_Boolean and <= SpecialType.System_Double)
        or SpecialType.System_Decimal or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
