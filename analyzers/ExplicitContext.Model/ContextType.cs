using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model;

/// <summary>A type whose instance is handed on explicitly.</summary>
/// <param name="Type">The type, as it is defined.</param>
/// <param name="Scope">How wide the state is: <c>process</c>, <c>interpreter</c>, <c>thread</c>, or a name of the user's.</param>
/// <param name="ParameterName">What a parameter of the type is called by convention.</param>
public sealed record ContextType(INamedTypeSymbol Type, string Scope, string ParameterName)
{
    /// <summary>Whether a pack declares it and the user does not: a type of the framework, of which the framework's own habits say where a parameter stands and what it is called.</summary>
    public bool IsOfPack { get; init; }

    /// <summary>The scopes that the runtime library ships, from the narrowest to the widest.</summary>
    private static int? Width(string scope) => scope switch
    {
        "thread" => 0,
        "interpreter" => 1,
        "process" => 2,
        _ => null,
    };

    /// <summary>
    /// Whether a member of this context that yields <paramref name="other"/> may lead from a narrower to a wider state. False only where both
    /// scopes are known and it is the other way round: <c>runtime.Main</c> is an interpreter, but not the caller's.
    /// </summary>
    public bool MayLeadTo(ContextType other) =>
        Width(Scope) is not { } from || Width(other.Scope) is not { } to || from < to;
}
