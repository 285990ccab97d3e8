using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting;

/// <summary>
/// The static local functions of one member that need the context. They cannot capture it, so each takes it as a parameter, and so does each
/// that calls one of them.
/// </summary>
internal sealed class StaticLocalFunctions
{
    private readonly SyntaxNode declaration;
    private readonly List<(LocalFunctionStatementSyntax Function, InvocationExpressionSyntax Call)> calls = [];
    private readonly HashSet<LocalFunctionStatementSyntax> asDelegate = [];
    private readonly HashSet<LocalFunctionStatementSyntax> needing = [];

    public StaticLocalFunctions(SyntaxNode declaration, SemanticModel model)
    {
        this.declaration = declaration;
        var functions = declaration.DescendantNodes().OfType<LocalFunctionStatementSyntax>().Where(IsStatic).ToDictionary(function => function.Identifier.ValueText, StringComparer.Ordinal);
        foreach (var name in functions.Count == 0 ? [] : declaration.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => functions.ContainsKey(name.Identifier.ValueText)))
        {
            if (model.GetSymbolInfo(name).Symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction })
            {
                var function = functions[name.Identifier.ValueText];
                if (name.Parent is InvocationExpressionSyntax call && call.Expression == name)
                {
                    calls.Add((function, call));
                }
                else
                {
                    asDelegate.Add(function);
                }
            }
        }
    }

    /// <summary>The functions that take the context.</summary>
    public IEnumerable<LocalFunctionStatementSyntax> Needing => needing.OrderBy(function => function.SpanStart);

    /// <summary>The calls that hand it to them.</summary>
    public IEnumerable<InvocationExpressionSyntax> Calls => calls.Where(call => needing.Contains(call.Function)).Select(call => call.Call);

    /// <summary>Notes that the context is used at a site. Answers why it cannot be, or null.</summary>
    public string? Use(SyntaxNode site)
    {
        foreach (var function in site.Ancestors().TakeWhile(node => node != declaration).OfType<LocalFunctionStatementSyntax>().Where(IsStatic))
        {
            if (asDelegate.Contains(function))
            {
                return $"The static local function '{function.Identifier.ValueText}' is used as a delegate, so it cannot take the context; drop 'static'.";
            }

            if (needing.Add(function))
            {
                foreach (var (_, call) in calls.Where(call => call.Function == function).ToList())
                {
                    if (Use(call) is { } obstacle)
                    {
                        return obstacle;
                    }
                }
            }
        }

        return null;
    }

    private static bool IsStatic(LocalFunctionStatementSyntax function) => function.Modifiers.Any(SyntaxKind.StaticKeyword);
}
