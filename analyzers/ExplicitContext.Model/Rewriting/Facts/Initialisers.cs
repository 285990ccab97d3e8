using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>Why a constructor cannot take the context where what it initialises reads the ambient.</summary>
internal static class Initialisers
{
    /// <summary>What stands against the static constructor, as the end of a sentence.</summary>
    public const string OnceForTheProcess = "runs once for the process, before there is any context; keep what it makes per interpreter, or in the context itself";

    /// <summary>The whole message.</summary>
    public static string ReasonAgainst(IMethodSymbol constructor, ISymbol held) => constructor.IsStatic
        ? $"'{constructor.ContainingType.Name}.{held.Name}' is initialised by a read of the ambient, once for the process and before there is any context. Keep it per interpreter, or in the context itself."
        : $"No context-passing overload for '{MemberNames.Qualified(constructor)}': '{held.Name}' is initialised by a read of the ambient, whichever constructor runs. {Remedy(constructor)}";

    private static string Remedy(IMethodSymbol constructor) => OverloadableConstructors.IsPrimary(constructor)
        ? "Take its value as a parameter of the primary constructor."
        : constructor.IsImplicitlyDeclared
            ? "Declare a constructor and assign it there."
            : "Assign it in the constructors.";
}
