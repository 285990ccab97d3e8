using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>How members and their overloads are named: in the source that is generated, and to people.</summary>
internal static class MemberNames
{
    /// <summary>The name of the overload: the member's own, or that of a method where a property's accessor cannot take an argument.</summary>
    public static string OfOverload(IMethodSymbol member) => member switch
    {
        { AssociatedSymbol: IPropertySymbol { IsIndexer: false } property } => (member.MethodKind == MethodKind.PropertySet ? "Set" : "Get") + property.Name,
        { AssociatedSymbol: IPropertySymbol indexer } => indexer.Name,
        _ => member.Name,
    };

    /// <summary>A member as a person writes it.</summary>
    public static string Of(IMethodSymbol member) => member switch
    {
        { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => member.ContainingType.Name,
        { MethodKind: MethodKind.Destructor } => "~" + member.ContainingType.Name,
        { AssociatedSymbol: IPropertySymbol { IsIndexer: true } } => "this[]",
        { IsImplicitlyDeclared: true, Name: "<Clone>$" } => "with",
        _ => (member.AssociatedSymbol ?? member).Name,
    };

    /// <summary>The same with its type: <c>Stack.Push</c>.</summary>
    public static string Qualified(IMethodSymbol member) => TypeOf(member.ContainingType) + "." + Of(member);

    private static string TypeOf(INamedTypeSymbol type) => ExtensionBlocks.IsBlock(type) ? type.ContainingType.Name : type.Name;
}
