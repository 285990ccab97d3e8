using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>Finds the member whose new parameter could be named at a node.</summary>
/// <param name="Symbol">The method, constructor or static local function; null where there is none.</param>
/// <param name="Obstacle">Why there is none, as one sentence.</param>
internal sealed record EnclosingMember(IMethodSymbol? Symbol, string? Obstacle)
{
    public static EnclosingMember Of(SyntaxNode at, SemanticModel model)
    {
        foreach (var node in at.Ancestors())
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax lambda when lambda.Modifiers.Any(SyntaxKind.StaticKeyword):
                    return Nothing("A static lambda can capture no context; pass it as a parameter of the lambda, or drop 'static'.");
                case LocalFunctionStatementSyntax function when function.Modifiers.Any(SyntaxKind.StaticKeyword):
                    return Member(model.GetDeclaredSymbol(function));
                case BaseMethodDeclarationSyntax method:
                    return Member(model.GetDeclaredSymbol(method));
                case PrimaryConstructorBaseTypeSyntax { Parent.Parent: TypeDeclarationSyntax type }:
                    return Primary(type, model);
                case VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Parent: TypeDeclarationSyntax type } field }:
                    return field.Modifiers.Any(SyntaxKind.StaticKeyword) ? StaticInitializer : Primary(type, model);
                case PropertyDeclarationSyntax { Parent: TypeDeclarationSyntax type, Initializer: { } initializer } property when initializer.Span.Contains(at.Span):
                    return property.Modifiers.Any(SyntaxKind.StaticKeyword) ? StaticInitializer : Primary(type, model);
                case BasePropertyDeclarationSyntax:
                    return Nothing("An accessor cannot take a parameter; make it a method first.");
                case MemberDeclarationSyntax:
                    return Nothing("Nothing here can take a parameter.");
            }
        }

        return Nothing("Nothing here can take a parameter.");
    }

    private static EnclosingMember StaticInitializer => Nothing("A static initialiser runs once for the whole process and is handed nothing; give the state an owner first.");

    private static EnclosingMember Member(IMethodSymbol? symbol) => new(symbol, null);

    private static EnclosingMember Nothing(string obstacle) => new(null, obstacle);

    /// <summary>What initialises an instance may name the parameters of the primary constructor.</summary>
    private static EnclosingMember Primary(TypeDeclarationSyntax type, SemanticModel model) =>
        model.GetDeclaredSymbol(type)?.InstanceConstructors.FirstOrDefault(IsPrimary) is { } constructor
            ? Member(constructor)
            : Nothing("An initialiser is handed nothing; move the read into a constructor first.");

    /// <summary>Whether a constructor is declared by the parameter list of its type.</summary>
    public static bool IsPrimary(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor && method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax);
}
