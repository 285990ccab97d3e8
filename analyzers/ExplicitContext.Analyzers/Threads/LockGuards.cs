using System.Collections.Concurrent;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>
/// Reads <c>[GuardedBy]</c> and <c>[Requires]</c>. A name that is a phrase, such as "the own thread", is documentation; a lock whose <c>Enter</c> takes parameters has a protocol of its own that no
/// scope shows. Both are left alone.
/// </summary>
internal sealed class LockGuards
{
    /// <summary>The word for what any thread may use at any time.</summary>
    public const string Atomic = "atomic";

    /// <summary>The word for what only the thread that an object belongs to may use.</summary>
    public const string OwnThread = "the own thread";

    private const string This = "this";

    private readonly ConcurrentDictionary<ISymbol, LockGuard?> guards = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, LockGuard?> required = new(SymbolEqualityComparer.Default);

    /// <summary>The lock that guards a field or property; null where none is named that can be seen to be held.</summary>
    public LockGuard? GuardOf(ISymbol member) => guards.GetOrAdd(member.OriginalDefinition, candidate => Find(candidate, KnownAttributes.GuardedBy));

    /// <summary>The lock that callers of a method or property must hold.</summary>
    public LockGuard? RequiredBy(ISymbol member) => member is IMethodSymbol or IPropertySymbol ? required.GetOrAdd(member.OriginalDefinition, candidate => Find(candidate, KnownAttributes.Requires)) : null;

    /// <summary>Whether a name can only be meant for a member, and there is none.</summary>
    public static bool IsMisspelled(string name, INamedTypeSymbol type) =>
        SyntaxFacts.IsValidIdentifier(name) && name is not (This or Atomic) && LockMember(name, type) is null;

    /// <summary>The lock's name in an attribute.</summary>
    public static string? NameIn(AttributeData? attribute) => attribute?.ConstructorArguments.FirstOrDefault().Value as string;

    private static LockGuard? Find(ISymbol member, string attribute) =>
        Declared(member, attribute) is not { } found || NameIn(found.Attribute) is not { } name ? null
        : name == Atomic ? null
        : name == This ? new(name, null)
        : LockMember(name, found.Type) is { } @lock && TypeOf(@lock) is { } type && !HasProtocol(type) ? new(name, @lock)
        : null;

    // What overrides a member promises its callers nothing else.
    private static (AttributeData Attribute, INamedTypeSymbol Type)? Declared(ISymbol member, string attribute)
    {
        for (ISymbol? current = member; current is not null; current = Overridden(current))
        {
            if (KnownAttributes.Find(current, attribute) is { } found)
                return (found, current.ContainingType);
            if (current is IMethodSymbol { AssociatedSymbol: { } associated } && Declared(associated, attribute) is { } outer)
                return outer;
        }

        return null;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private static ISymbol? LockMember(string name, INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).FirstOrDefault(member => member is IFieldSymbol or IPropertySymbol) is { } found)
                return found.OriginalDefinition;
        }

        return null;
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;

    private static bool HasProtocol(ITypeSymbol type) =>
        type.Locations.Any(location => location.IsInSource)
        && type.GetMembers("Enter").OfType<IMethodSymbol>().ToList() is { Count: > 0 } ways
        && !ways.Any(ScopeCalls.IsTakingLock);
}
