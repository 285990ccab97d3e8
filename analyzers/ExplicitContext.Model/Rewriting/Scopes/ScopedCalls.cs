using System.Collections.Immutable;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Texts;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Scopes;

/// <summary>Decides whether an overload can call the original under scopes that make its context the ambient one.</summary>
internal sealed class ScopedCalls(Closure closure, ContextLookup lookup)
{
    /// <summary>The scopes to call a member under, given its context.</summary>
    /// <param name="member">The member.</param>
    /// <param name="context">The context that the overload takes.</param>
    /// <param name="scopes">The scopes; empty where it cannot be called so.</param>
    /// <returns>Why it cannot, as the end of a sentence; null where it can.</returns>
    public string? ReasonAgainst(IMethodSymbol member, ContextType context, out ImmutableArray<AmbientScope> scopes)
    {
        scopes = [];
        var found = new List<AmbientScope>();
        foreach (var accessor in closure.ReachedBy(member))
        {
            if (closure.Scopes.Of(accessor) is not { } scope)
            {
                return $"nothing says how '{accessor.DisplayName}' is set for a while (EnteredBy)";
            }

            if (new ContextExpressions(closure.Given, lookup).For(member, context, context.ParameterName, scope.Context) is null)
            {
                return $"'{scope.DisplayName}' needs what '{context.Type.Name}' does not lead to";
            }

            if (found.All(other => !SymbolEqualityComparer.Default.Equals(other.Method, scope.Method)))
            {
                found.Add(scope);
            }
        }

        var reason = found.Count == 0 ? "it reads no ambient itself"
            : ReasonAgainstShape(member) ?? (IsAwaited(member) ? ReasonAgainstAwaiting(member, found) : null);
        scopes = reason is null ? [.. found] : [];
        return reason;
    }

    /// <summary>Whether the scope must last until a task is done.</summary>
    public static bool IsAwaited(IMethodSymbol member) =>
        member.ReturnType.OriginalDefinition is { Name: "Task" or "ValueTask" } type && type.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks";

    private static string? ReasonAgainstShape(IMethodSymbol member) =>
        member.MethodKind is not (MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.ExplicitInterfaceImplementation)
            || ExtensionBlocks.IsBlock(member.ContainingType) ? "it cannot be called by its name"
        : IndexerUnit.Is(member) && IsAwaited(member) ? "an indexer cannot await what it yields, so the scope would end before that is done"
        : member is { IsAsync: true, ReturnsVoid: true } ? "nobody can await it, so the scope would end before it does"
        : IsSequence(member.ReturnType) ? "what it yields is computed after the scope has ended"
        : member is { IsStatic: true, ContainingType.TypeKind: TypeKind.Interface } and ({ IsVirtual: true } or { IsAbstract: true }) && SelfTypes.Of(member.ContainingType) is null
            ? "a static member of an interface is called on a type, for which this interface has no type parameter ('I<TSelf> where TSelf : I<TSelf>')"
        : null;

    private static string? ReasonAgainstAwaiting(IMethodSymbol member, IEnumerable<AmbientScope> scopes) =>
        scopes.FirstOrDefault(scope => scope.IsOnStack || scope.Context.Scope == "thread") is { } bound ? $"'{bound.DisplayName}' holds for one thread, and after an await another may go on"
        : member.ReturnsByRef || member.Parameters.Any(parameter => parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType) ? "it passes by reference, which no async method can"
        : null;

    /// <summary>Whether a type is that of something whose elements are computed when they are asked for.</summary>
    public static bool IsSequence(ITypeSymbol type) =>
        type.OriginalDefinition is { TypeKind: TypeKind.Interface, Name: "IEnumerable" or "IEnumerator" or "IAsyncEnumerable" or "IAsyncEnumerator" or "IQueryable" };
}
