using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>Finds the overloads that stand in the source already, by the usual name or by one of their own.</summary>
internal static class HandWrittenOverloads
{
    /// <summary>The overload of a member that takes the context, in the same type; or null.</summary>
    public static IMethodSymbol? Of(IMethodSymbol member, ContextType context) =>
        Usual(member, context) ?? OwnNames.CandidatesFor(member).FirstOrDefault(candidate => Stands(candidate, member) && OwnNames.IsTwin(candidate, member, context));

    private static IMethodSymbol? Usual(IMethodSymbol member, ContextType context)
    {
        var name = OverloadShape.NameFor(member);
        var candidates = ExplicitImplementations.Of(member).Any()
            ? member.ContainingType.GetMembers().OfType<IMethodSymbol>().Select(IndexerUnit.Of).Where(candidate => MemberNames.AsCalled(candidate) == name && Stands(candidate, member))
            : OverloadShape.Candidates(member, name);
        return candidates.FirstOrDefault(candidate => OverloadShape.IsTwin(candidate, member, context));
    }

    /// <summary>Whether a method can be called where a member is: what implements an interface explicitly, through that interface alone.</summary>
    private static bool Stands(IMethodSymbol candidate, IMethodSymbol member) =>
        ExplicitImplementations.Of(member).FirstOrDefault() is not { } declared
        || candidate.ExplicitInterfaceImplementations.Any(other => MemberNames.AsCalled(other) == MemberNames.AsCalled(candidate) && SymbolEqualityComparer.Default.Equals(other.ContainingType, declared.ContainingType));
}
