using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>Finds the overloads that stand beside members, whoever wrote them.</summary>
public static class Twins
{
    /// <summary>The overloads of a member that take a context besides, each with that context.</summary>
    public static IEnumerable<(IMethodSymbol Overload, ContextType Context)> Of(IMethodSymbol legacy, ContextModel contexts) =>
        from found in NamesFor(legacy).SelectMany(name => OverloadShape.Candidates(legacy, name)).Select(candidate => (Candidate: candidate, IsOwn: false))
            .Concat(OwnNames.CandidatesFor(legacy).Select(candidate => (Candidate: candidate, IsOwn: true)))
        where found.Candidate.Parameters.Length > OverloadShape.ContextOrdinal(legacy)
        let context = contexts.GetContextType(found.Candidate.Parameters[OverloadShape.ContextOrdinal(legacy)].Type)
        where context is not null && (found.IsOwn ? OwnNames.IsTwin(found.Candidate, legacy, context) : OverloadShape.IsTwin(found.Candidate, legacy, context))
        select (found.Candidate, context);

    /// <summary>Whether a call ends at a member: an entry point, where the context comes from. One that has an overload which takes the context stands for that overload.</summary>
    public static bool IsRoot(IMethodSymbol member, ContextModel contexts) => contexts.IsEntryPoint(member) && !Of(member, contexts).Any();

    /// <summary>What the overload may be called; that of an explicit implementation may be one itself or not.</summary>
    private static IEnumerable<string> NamesFor(IMethodSymbol legacy)
    {
        var owner = legacy.AssociatedSymbol as IPropertySymbol;
        if (OperatorMethods.IsOperator(legacy))
        {
            return [OverloadShape.NameFor(legacy)];
        }

        if (owner is null or { IsIndexer: true })
        {
            return legacy.MethodKind == MethodKind.ExplicitInterfaceImplementation ? [legacy.Name, MemberNames.Simple(legacy)] : [legacy.Name];
        }

        var simple = (legacy.MethodKind == MethodKind.PropertyGet ? "Get" : "Set") + MemberNames.Simple(owner);
        return owner.Name.Contains('.') ? [simple, owner.Name.Substring(0, owner.Name.LastIndexOf('.') + 1) + simple] : [simple];
    }
}
