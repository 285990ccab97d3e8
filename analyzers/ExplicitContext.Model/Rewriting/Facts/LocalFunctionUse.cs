using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>One use of a static local function.</summary>
/// <param name="Function">The function.</param>
/// <param name="Call">The call; null where it is used as a delegate.</param>
internal sealed record LocalFunctionUse(LocalFunctionStatementSyntax Function, InvocationExpressionSyntax? Call)
{
    /// <summary>The uses in a declaration.</summary>
    public static IEnumerable<LocalFunctionUse> In(SyntaxNode declaration, SemanticModel model)
    {
        var names = new HashSet<string>(declaration.DescendantNodes().OfType<LocalFunctionStatementSyntax>().Where(IsStatic).Select(function => function.Identifier.ValueText), StringComparer.Ordinal);
        foreach (var name in names.Count == 0 ? [] : declaration.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => names.Contains(name.Identifier.ValueText)))
        {
            if (model.GetSymbolInfo(name).Symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction, DeclaringSyntaxReferences: [var reference] }
                && reference.GetSyntax() is LocalFunctionStatementSyntax function
                && IsStatic(function))
            {
                yield return new(function, name.Parent is InvocationExpressionSyntax call && call.Expression == name ? call : null);
            }
        }
    }

    /// <summary>Whether a local function cannot capture anything.</summary>
    public static bool IsStatic(LocalFunctionStatementSyntax function) => function.Modifiers.Any(SyntaxKind.StaticKeyword);
}
