using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>
/// The static local functions of one member that need the context. They cannot capture it, so each takes it as a parameter, and so does each
/// that calls one of them.
/// </summary>
internal sealed class StaticLocalFunctions(SyntaxNode declaration, IReadOnlyList<LocalFunctionUse> uses)
{
    private readonly HashSet<LocalFunctionStatementSyntax> needing = [];

    /// <summary>The functions that take the context.</summary>
    public IEnumerable<LocalFunctionStatementSyntax> Needing => needing.OrderBy(function => function.SpanStart);

    /// <summary>The calls that hand it to them.</summary>
    public IEnumerable<InvocationExpressionSyntax> Calls => uses.Where(use => needing.Contains(use.Function)).Select(use => use.Call).OfType<InvocationExpressionSyntax>();

    /// <summary>Notes that the context is used at a site. Answers why it cannot be, or null.</summary>
    public string? Use(SyntaxNode site)
    {
        foreach (var function in site.Ancestors().TakeWhile(node => node != declaration).OfType<LocalFunctionStatementSyntax>().Where(LocalFunctionUse.IsStatic))
        {
            if (uses.Any(use => use.Function == function && use.Call is null))
            {
                return $"The static local function '{function.Identifier.ValueText}' is used as a delegate, so it cannot take the context; drop 'static'.";
            }

            if (needing.Add(function))
            {
                foreach (var (_, call) in uses.Where(use => use.Function == function))
                {
                    if (Use(call!) is { } obstacle)
                    {
                        return obstacle;
                    }
                }
            }
        }

        return null;
    }
}
