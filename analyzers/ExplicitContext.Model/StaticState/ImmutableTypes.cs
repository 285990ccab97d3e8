using System.Collections.Concurrent;
using System.Collections.Immutable;
using ExplicitContext.Model.Sharing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.StaticState;

/// <summary>
/// Tells types whose instances cannot change, deeply. A type declared in source is judged by its instance fields, bases included: readonly, or private and written by constructors alone; a type from a
/// reference, whose fields are not to be seen, by what it shows: no setter, no field that can be assigned, no method that is named like a change.
/// <c>[Shareable]</c> says so outright, unless the type crosses as a copy.
/// </summary>
public sealed class ImmutableTypes(Compilation compilation)
{
    // Change nothing that a reader could see, although their surface looks as if they did; locks and tokens are no data.
    private static readonly ImmutableHashSet<string> Known = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "System.String", "System.Object", "System.Type", "System.Uri", "System.Version", "System.TimeZoneInfo", "System.Globalization.CultureInfo",
        "System.Text.Encoding", "System.Text.UTF8Encoding", "System.Text.UnicodeEncoding", "System.Text.ASCIIEncoding",
        "System.Text.RegularExpressions.Regex", "System.Threading.Tasks.Task", "System.Threading.Lock", "System.Threading.ReaderWriterLockSlim",
        "System.Threading.SemaphoreSlim", "System.Threading.Mutex", "System.Collections.IComparer", "System.Collections.IEqualityComparer",
        "System.Collections.IEnumerable");

    private static readonly ImmutableArray<string> KnownNamespaces =
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

    private readonly ConcurrentDictionary<ITypeSymbol, bool> known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether no instance of the type can change.</summary>
    public bool Contains(ITypeSymbol type) => known.GetOrAdd(type, candidate => IsImmutable(candidate, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default)));

    /// <summary>Whether the type is so by its nature or from a reference, so that nobody would take it for state: a number, a string, a delegate, a Regex.</summary>
    internal bool IsPlainlyImmutable(ITypeSymbol type) => (type.IsValueType || !type.OriginalDefinition.Locations.Any(location => location.IsInSource)) && Contains(type);

    // A type that is met again on the way is taken for immutable: it stands or falls with the rest.
    private bool IsImmutable(ITypeSymbol type, HashSet<ITypeSymbol> visiting)
    {
        if (type is IArrayTypeSymbol)
        {
            return false;
        }

        if (type is not INamedTypeSymbol named || type.TypeKind is TypeKind.Enum or TypeKind.Delegate or TypeKind.Error || type.SpecialType is not SpecialType.None || !visiting.Add(type))
        {
            return !IsChangingSpecialType(type);
        }

        var metadataName = named.OriginalDefinition.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : "";
        if (Known.Contains(metadataName + "." + named.Name) && named.Arity == 0 || KnownNamespaces.Any(known => metadataName == known && !named.Name.EndsWith("Builder", StringComparison.Ordinal)))
        {
            return ArgumentsAreImmutable(named, visiting);
        }

        if (metadataName.StartsWith("System", StringComparison.Ordinal) && Views.Contains(named.Name))
        {
            return ArgumentsAreImmutable(named, visiting);
        }

        if (KnownAttributes.Find(named.OriginalDefinition, KnownAttributes.Shareable) is not null)
        {
            // What crosses as a copy can change.
            return !named.OriginalDefinition.Locations.Any(location => location.IsInSource)
                || new ShareablePlanner(compilation).Plan(named.OriginalDefinition, CancellationToken.None) is not { Kind: ShareableKind.Copied };
        }

        return named.OriginalDefinition.Locations.Any(location => location.IsInSource) || SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, compilation.Assembly)
            ? FieldsAreImmutable(named, visiting)
            : SurfaceIsImmutable(named, visiting);
    }

    // The interfaces of mutable collections have special types of their own.
    private static bool IsChangingSpecialType(ITypeSymbol type) => type.SpecialType is SpecialType.System_Collections_Generic_ICollection_T
        or SpecialType.System_Collections_Generic_IList_T or SpecialType.System_Array;

    private bool ArgumentsAreImmutable(INamedTypeSymbol type, HashSet<ITypeSymbol> visiting) =>
        type.TypeArguments.All(argument => IsImmutable(argument, visiting));

    private bool FieldsAreImmutable(INamedTypeSymbol type, HashSet<ITypeSymbol> visiting)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            return SurfaceIsImmutable(type, visiting);
        }

        // A readonly field of a struct type hands out copies: only what its fields refer to could change.
        var mustBeReadOnly = !type.IsValueType;
        return type.GetMembers().All(member => member switch
            {
                { IsStatic: true } => true,
                IFieldSymbol field => (!mustBeReadOnly || field.IsReadOnly || IsNeverReassigned(field)) && IsImmutable(field.Type, visiting),
                IEventSymbol { AddMethod.IsImplicitlyDeclared: true } => false,
                _ => true,
            })
            && (type.BaseType is null || type.BaseType.SpecialType is not SpecialType.None || IsImmutable(type.BaseType, visiting));
    }

    // Much code leaves out the word readonly, or has a private setter in its place.
    private static bool IsNeverReassigned(IFieldSymbol field) =>
        (field.AssociatedSymbol ?? field) is var member
        && (member is IPropertySymbol { SetMethod: var setter } ? setter?.DeclaredAccessibility : field.DeclaredAccessibility) == Accessibility.Private
        && new MemberUses(member, CancellationToken.None).AreWritesAtStart;

    private bool SurfaceIsImmutable(INamedTypeSymbol type, HashSet<ITypeSymbol> visiting)
    {
        if (type.IsValueType)
        {
            return !MutableStructs.Contains(type.Name) && ArgumentsAreImmutable(type, visiting);
        }

        IEnumerable<INamedTypeSymbol> shown = type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Insert(0, type) : Bases(type);
        return shown.SelectMany(part => part.GetMembers()).All(member => !Changes(member)) && ArgumentsAreImmutable(type, visiting);
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null && current.SpecialType is SpecialType.None; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static bool Changes(ISymbol member) => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } && member switch
    {
        IPropertySymbol { SetMethod: { DeclaredAccessibility: Accessibility.Public, IsInitOnly: false } } => true,
        IFieldSymbol { IsReadOnly: false, IsConst: false } => true,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => Changing.Any(word => IsWordOf(method.Name, word)),
        _ => false,
    };

    // "Add" and "AddRange", but not "Address".
    private static bool IsWordOf(string name, string word) =>
        name.StartsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || !char.IsLower(name[word.Length]));
}
