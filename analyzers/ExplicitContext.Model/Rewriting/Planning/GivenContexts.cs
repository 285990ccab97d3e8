using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>The contexts that a member has without an overload: by a parameter, or because its object holds them. Declarations alone tell.</summary>
internal sealed class GivenContexts(ContextModel contexts, ContextLookup lookup)
{
    private readonly Carriers carriers = new(contexts, lookup);

    /// <summary>How a member writes the wanted context, or null where it has none that leads there.</summary>
    public string? Expression(IMethodSymbol member, ContextType wanted) =>
        member.Parameters.Select(parameter => Path(parameter, wanted)).FirstOrDefault(path => path is not null) ?? carriers.Expression(member, wanted);

    private string? Path(IParameterSymbol parameter, ContextType wanted) =>
        parameter.Type.NullableAnnotation != NullableAnnotation.Annotated && contexts.GetContextType(parameter.Type) is { } held ? lookup.Path(held, parameter.Name, wanted) : null;
}
