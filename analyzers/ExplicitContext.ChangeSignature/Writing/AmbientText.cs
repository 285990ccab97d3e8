using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.ChangeSignature.Writing;

/// <summary>Writes names so that they mean the same where they are put.</summary>
internal static class AmbientText
{
    /// <summary>The expression that reads an accessor; null where it cannot be read.</summary>
    public static string? Of(ISymbol accessor, SemanticModel model, int position)
    {
        var symbol = In(model.Compilation, accessor);
        if (symbol is null || !model.IsAccessible(position, symbol))
            return null;
        var member = "." + symbol.Name + (symbol is IMethodSymbol ? "()" : "");
        var simple = symbol.ContainingType.ToMinimalDisplayString(model, position) + member;
        var bound = model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(simple), SpeculativeBindingOption.BindAsExpression).Symbol;
        return SymbolEqualityComparer.Default.Equals(bound, symbol) ? simple : symbol.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + member;
    }

    /// <summary>The name of a type.</summary>
    public static string Of(ITypeSymbol type, SemanticModel model, int position) =>
        ((ITypeSymbol?)In(model.Compilation, type) ?? type).ToMinimalDisplayString(model, position);

    /// <summary>The same symbol as another compilation has it.</summary>
    private static ISymbol? In(Compilation compilation, ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly)
            ? symbol
            : DocumentationCommentId.GetSymbolsForDeclarationId(symbol.GetDocumentationCommentId() ?? "", compilation)
                .FirstOrDefault(found => found.ContainingAssembly.Name == symbol.ContainingAssembly.Name);
}
