using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>Finds the overloads that stand beside members, whoever wrote them.</summary>
public static class Twins
{
    /// <summary>The overloads of a member that take a context besides, each with that context.</summary>
    public static IEnumerable<(IMethodSymbol Overload, ContextType Context)> Of(IMethodSymbol legacy, ContextModel contexts) =>
        from name in NamesFor(legacy)
        from candidate in OverloadShape.Candidates(legacy, name)
        where candidate.Parameters.Length > OverloadShape.ContextOrdinal(legacy)
        let context = contexts.GetContextType(candidate.Parameters[OverloadShape.ContextOrdinal(legacy)].Type)
        where context is not null && OverloadShape.IsTwin(candidate, legacy, context)
        select (candidate, context);

    /// <summary>Whether a call ends at a member: an entry point, where the context comes from. One that has an overload which takes the context stands for that overload.</summary>
    public static bool IsRoot(IMethodSymbol member, ContextModel contexts) => contexts.IsEntryPoint(member) && !Of(member, contexts).Any();

    /// <summary>What the overload may be called; that of an explicit implementation may be one itself or not.</summary>
    private static IEnumerable<string> NamesFor(IMethodSymbol legacy) => legacy switch
    {
        { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol { IsIndexer: false } property } => ["Get" + LastPart(property)],
        { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol { IsIndexer: false } property } => ["Set" + LastPart(property)],
        { MethodKind: MethodKind.ExplicitInterfaceImplementation } => [legacy.Name, LastPart(legacy)],
        _ => [legacy.Name],
    };

    private static string LastPart(ISymbol member) => member.Name.Split('.').Last();
}
