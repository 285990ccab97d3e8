using ExplicitContext.Model;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>An overload that takes exactly the same parameters and a context besides.</summary>
/// <param name="Method">The overload, as it is defined.</param>
/// <param name="Parameter">Its context parameter.</param>
/// <param name="ContextType">The context that it takes.</param>
internal sealed record ContextOverload(IMethodSymbol Method, IParameterSymbol Parameter, ContextType ContextType);
