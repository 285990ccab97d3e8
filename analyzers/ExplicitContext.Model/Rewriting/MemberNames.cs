using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>How members are named to people.</summary>
internal static class MemberNames
{
    /// <summary>A member as a person writes it.</summary>
    public static string Of(IMethodSymbol member) => member switch
    {
        { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => member.ContainingType.Name,
        { MethodKind: MethodKind.Destructor } => "~" + member.ContainingType.Name,
        { AssociatedSymbol: IPropertySymbol { IsIndexer: true } } => "this[]",
        { IsImplicitlyDeclared: true, Name: "<Clone>$" } => "with",
        _ => member.Owner().Name.Split('.').Last(),
    };

    /// <summary>The same with its type: <c>Stack.Push</c>.</summary>
    public static string Qualified(IMethodSymbol member) => TypeOf(member.ContainingType) + "." + Of(member);

    private static string TypeOf(INamedTypeSymbol type) => ExtensionBlocks.IsBlock(type) ? type.ContainingType.Name : type.Name;
}
