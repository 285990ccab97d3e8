using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Analyzers.Ownership;

/// <summary>What a lambda brings along from where it is written.</summary>
internal static class Captures
{
    /// <summary>The names of the variables of the code around it that a lambda uses, and <c>this</c>; each once, in order.</summary>
    public static IEnumerable<string> Of(IAnonymousFunctionOperation lambda)
    {
        var inside = lambda.Syntax.Span;
        return lambda.Body.Descendants().Select(operation => operation switch
        {
            ILocalReferenceOperation { Local: { IsConst: false } local } when IsOutside(local, inside) => local.Name,
            IParameterReferenceOperation { Parameter: var parameter } when IsOutside(parameter, inside) => parameter.Name,
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => "this",
            _ => null,
        }).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    // Variables that are declared in the lambda are its own, be it in a lambda inside of it.
    private static bool IsOutside(ISymbol variable, TextSpan inside) =>
        variable.DeclaringSyntaxReferences.Length > 0 && variable.DeclaringSyntaxReferences.All(reference => !inside.Contains(reference.Span));
}
