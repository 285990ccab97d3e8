using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>Finds the overloads that stand in the source already.</summary>
internal static class HandWrittenOverloads
{
    /// <summary>The overload of a member that takes the context, in the same type; or null.</summary>
    public static IMethodSymbol? Of(IMethodSymbol member, ContextType context)
    {
        var overload = OverloadShape.NameFor(member);
        return ExplicitImplementations.Of(member).FirstOrDefault() is { } declared
            ? member.ContainingType.GetMembers().OfType<IMethodSymbol>().Select(IndexerUnit.Of).FirstOrDefault(candidate => Implements(candidate, declared.ContainingType, overload) && OverloadShape.IsTwin(candidate, member, context))
            : OverloadShape.Candidates(member, overload).FirstOrDefault(candidate => OverloadShape.IsTwin(candidate, member, context));
    }

    private static bool Implements(IMethodSymbol candidate, INamedTypeSymbol type, string name) =>
        candidate.ExplicitInterfaceImplementations.Any(other => (IndexerUnit.Is(other) ? WellKnownMemberNames.Indexer : other.Name) == name && SymbolEqualityComparer.Default.Equals(other.ContainingType, type));
}
