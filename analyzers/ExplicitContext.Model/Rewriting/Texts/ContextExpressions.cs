using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>How contexts are written in an overload: by its parameter, by one that the original has already, or by what its object holds.</summary>
internal sealed class ContextExpressions(GivenContexts given, ContextLookup lookup)
{
    /// <summary>An expression for the wanted context in an overload, or null where it has none.</summary>
    /// <param name="member">The original.</param>
    /// <param name="context">The context that the overload takes.</param>
    /// <param name="name">The name of that parameter.</param>
    /// <param name="wanted">The context that is wanted.</param>
    public string? For(IMethodSymbol member, ContextType context, string name, ContextType wanted) =>
        lookup.Path(context, name, wanted) ?? given.Expression(member, wanted);
}
