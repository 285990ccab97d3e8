using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>Finds the overloads that stand beside members, whoever wrote them.</summary>
public static class Twins
{
    /// <summary>The overloads of a member that take a context besides, each with that context.</summary>
    public static IEnumerable<(IMethodSymbol Overload, ContextType Context)> Of(IMethodSymbol legacy, ContextModel contexts) =>
        from candidate in legacy.ContainingType.GetMembers(NameOf(legacy)).OfType<IMethodSymbol>()
        where candidate.Parameters.Length > OverloadShape.ContextOrdinal(legacy)
        let context = contexts.GetContextType(candidate.Parameters[OverloadShape.ContextOrdinal(legacy)].Type)
        where context is not null && OverloadShape.IsTwin(candidate, legacy, context)
        select (candidate, context);

    /// <summary>Whether a call ends at a member: an entry point, where the context comes from. One that has an overload which takes the context stands for that overload.</summary>
    public static bool IsRoot(IMethodSymbol member, ContextModel contexts) => contexts.IsEntryPoint(member) && !Of(member, contexts).Any();

    private static string NameOf(IMethodSymbol legacy) => legacy switch
    {
        { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol { IsIndexer: false } property } => OverloadShape.GetterName(property),
        { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol { IsIndexer: false } property } => "Set" + property.Name,
        _ => legacy.Name,
    };
}
