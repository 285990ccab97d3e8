using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.CodeFixes;

/// <summary>The legacy signature of a member that takes a context, as an entry point that hands on the ambient one.</summary>
internal static class LegacyShim
{
    /// <summary>The shim, on lines of its own after the member; null for a declaration that none can be written for.</summary>
    public static MemberDeclarationSyntax? For(BaseMethodDeclarationSyntax member, string parameter, string accessor, IMethodSymbol symbol, string marker)
    {
        var taken = member.ParameterList.Parameters.FirstOrDefault(candidate => candidate.Identifier.ValueText == parameter);
        if (taken is null || member.ParameterList.DescendantTrivia().Any(trivia => trivia.IsDirective))
            return null;

        var list = member.ParameterList.WithParameters(member.ParameterList.Parameters.Remove(taken)).WithoutTrivia();
        var arguments = string.Join(", ", member.ParameterList.Parameters.Select(candidate => candidate == taken ? accessor : Argument(candidate)));
        var modifiers = string.Concat(member.Modifiers.Where(IsKept).Select(modifier => modifier.Text + " "));
        var text = member switch
        {
            ConstructorDeclarationSyntax constructor => $"{modifiers}{constructor.Identifier}{list} : this({arguments}) {{ }}",
            MethodDeclarationSyntax method =>
                $"{modifiers}{method.ReturnType.WithoutTrivia()} {method.Identifier}{method.TypeParameterList?.WithoutTrivia()}{list}{string.Concat(method.ConstraintClauses.Select(clause => " " + clause.WithoutTrivia()))}"
                + $" => {(method.ReturnType is RefTypeSyntax ? "ref " : "")}{method.Identifier}{TypeArguments(method)}({arguments});",
            _ => null,
        };
        return text is null ? null : SyntaxFactory.ParseMemberDeclaration($"{Documentation(member, symbol)}{marker}{text}");
    }

    private static bool IsKept(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword or SyntaxKind.StaticKeyword or SyntaxKind.UnsafeKeyword;

    private static string TypeArguments(MethodDeclarationSyntax method) =>
        method.TypeParameterList is { } parameters ? $"<{string.Join(", ", parameters.Parameters.Select(parameter => parameter.Identifier.Text))}>" : "";

    private static string Argument(ParameterSyntax parameter)
    {
        var kind = parameter.Modifiers.FirstOrDefault(modifier => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword);
        return kind.IsKind(SyntaxKind.None) ? parameter.Identifier.Text : $"{kind.Text} {parameter.Identifier.Text}";
    }

    /// <summary>Where the member is documented, the shim is as well, by reference.</summary>
    private static string Documentation(BaseMethodDeclarationSyntax member, IMethodSymbol symbol)
    {
        if (!member.GetLeadingTrivia().Any(trivia => trivia.HasStructure && trivia.GetStructure() is DocumentationCommentTriviaSyntax))
            return "";
        var types = string.Join(", ", symbol.Parameters.Select(parameter => RefOf(parameter) + parameter.Type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(CrefFormat))).Replace('<', '{').Replace('>', '}');
        var name = member is ConstructorDeclarationSyntax constructor ? constructor.Identifier.Text
            : symbol.Name + (symbol.Arity == 0 ? "" : $"{{{string.Join(", ", symbol.TypeParameters.Select(parameter => parameter.Name))}}}");
        return $"/// <inheritdoc cref=\"{name}({types})\"/>\n";
    }

    private static SymbolDisplayFormat CrefFormat => new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static string RefOf(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        _ => "",
    };
}
