using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Sharing;

/// <summary>The parameters of a primary constructor that members use later on, so that the compiler keeps them in fields without a name.</summary>
internal static class PrimaryParameters
{
    public static IEnumerable<ShareableMember> CapturedBy(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        if (type.IsRecord) yield break;
        var declarations = type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<TypeDeclarationSyntax>().ToList();
        if (declarations.FirstOrDefault(declaration => declaration.ParameterList is not null) is not { ParameterList: { } list } primary) yield break;

        if (OwnerOf(primary.SyntaxTree, compilation) is not { } owner) yield break;

        var model = owner.GetSemanticModel(primary.SyntaxTree);
        foreach (var parameter in list.Parameters.Select(parameter => model.GetDeclaredSymbol(parameter, cancellationToken)).OfType<IParameterSymbol>())
        {
            var uses = declarations.SelectMany(declaration => UsesAfterConstruction(declaration, parameter, owner, cancellationToken)).ToList();
            if (uses.Count > 0) yield return new ShareableMember(parameter, parameter.Type, Passages.Of(parameter.Type), uses.Any(IsWrite));
        }
    }

    // In an IDE and in the tool, projects reference each other by source, so the type may be written in another compilation.
    private static Compilation? OwnerOf(SyntaxTree tree, Compilation compilation) => compilation.ContainsSyntaxTree(tree)
        ? compilation
        : compilation.References.OfType<CompilationReference>().Select(reference => reference.Compilation).FirstOrDefault(referenced => referenced.ContainsSyntaxTree(tree));

    private static IEnumerable<IdentifierNameSyntax> UsesAfterConstruction(TypeDeclarationSyntax declaration, IParameterSymbol parameter, Compilation compilation, CancellationToken cancellationToken) =>
        from member in declaration.Members
        where member is not BaseTypeDeclarationSyntax
        from name in member.DescendantNodes().OfType<IdentifierNameSyntax>()
        where name.Identifier.ValueText == parameter.Name && !IsInInitializer(name, member)
        where SymbolEqualityComparer.Default.Equals(compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name, cancellationToken).Symbol, parameter)
        select name;

    // A lambda in an initializer runs later, and keeps the parameter in a closure; the delegate that it becomes is judged at run time.
    private static bool IsInInitializer(SyntaxNode name, MemberDeclarationSyntax member) =>
        name.Ancestors().TakeWhile(node => node != member).Any(node => node is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } });

    private static bool IsWrite(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
        PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0 || argument.Parent is TupleExpressionSyntax,
        RefExpressionSyntax => true,
        _ => false,
    };
}
