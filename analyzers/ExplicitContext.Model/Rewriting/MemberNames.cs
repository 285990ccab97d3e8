using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model.Rewriting;

/// <summary>How members are named: to people, and by calls.</summary>
public static class MemberNames
{
    /// <summary>A member as a person writes it.</summary>
    public static string Of(IMethodSymbol member) => member switch
    {
        { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => member.ContainingType.Name,
        { MethodKind: MethodKind.Destructor } => "~" + member.ContainingType.Name,
        { MethodKind: MethodKind.UserDefinedOperator } => OfOperator(Simple(member)),
        { MethodKind: MethodKind.Conversion } => $"{OfOperator(Simple(member))} {member.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}",
        { AssociatedSymbol: IPropertySymbol { IsIndexer: true } } => "this[]",
        { IsImplicitlyDeclared: true, Name: "<Clone>$" } => "with",
        _ => Simple(member.Owner()),
    };

    /// <summary>The same with its type: <c>Stack.Push</c>.</summary>
    public static string Qualified(IMethodSymbol member) => TypeOf(member.ContainingType) + "." + Of(member);

    /// <summary>The name by which a call names a member: without the interface that it implements explicitly.</summary>
    public static string Simple(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } ? member.Name : member.Name.Substring(member.Name.LastIndexOf('.') + 1);

    /// <summary>The same of a method: the accessors of an indexer are called by its brackets.</summary>
    internal static string AsCalled(IMethodSymbol member) => IndexerUnit.Is(member) ? WellKnownMemberNames.Indexer : Simple(member);

    /// <summary>An operator as a person writes it: <c>operator +</c> for <c>op_Addition</c>, <c>explicit operator</c> for <c>op_Explicit</c>. Any other name as it is.</summary>
    public static string OfOperator(string metadataName)
    {
        var word = metadataName.StartsWith("op_Checked", StringComparison.Ordinal) ? "operator checked" : "operator";
        return SyntaxFacts.GetOperatorKind(metadataName) switch
        {
            SyntaxKind.None => metadataName,
            SyntaxKind.ImplicitKeyword => $"implicit {word}",
            SyntaxKind.ExplicitKeyword => $"explicit {word}",
            var kind => $"{word} {SyntaxFacts.GetText(kind)}",
        };
    }

    private static string TypeOf(INamedTypeSymbol type) => ExtensionBlocks.IsBlock(type) ? type.ContainingType.Name : type.Name;
}
