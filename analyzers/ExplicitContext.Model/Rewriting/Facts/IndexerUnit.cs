using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>An indexer is one declaration and its overload has all its accessors, so that these are one member here: the getter, or else the setter.</summary>
internal static class IndexerUnit
{
    /// <summary>What a member overrides, as one member; null where it overrides nothing.</summary>
    public static IMethodSymbol? Overridden(IMethodSymbol method) => method.OverriddenMethod is { } overridden ? Of(overridden) : null;

    /// <summary>Whether a member is the unit of an indexer.</summary>
    public static bool Is(IMethodSymbol method) => method.AssociatedSymbol is IPropertySymbol { IsIndexer: true };

    /// <summary>A member as it is defined, by the part that has its body; of an indexer, the unit.</summary>
    public static IMethodSymbol Defined(IMethodSymbol method) => Of(method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition);

    /// <summary>The member that stands for an accessor of an indexer; any other member itself.</summary>
    public static IMethodSymbol Of(IMethodSymbol method) =>
        method.AssociatedSymbol is IPropertySymbol { IsIndexer: true } indexer ? indexer.GetMethod ?? indexer.SetMethod ?? method : method;
}
