using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>An indexer is one declaration and its overload has all its accessors, so that these are one member here: the getter, or else the setter.</summary>
internal static class IndexerUnit
{
    public static IMethodSymbol Of(IMethodSymbol method) =>
        method.AssociatedSymbol is IPropertySymbol { IsIndexer: true } indexer ? indexer.GetMethod ?? indexer.SetMethod ?? method : method;
}
