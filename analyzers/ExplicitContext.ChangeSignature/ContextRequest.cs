using ExplicitContext.Model;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature;

/// <summary>The wish that a member take a context, under its conventional name, and no longer look for it.</summary>
/// <param name="Member">A method, constructor or local function that is declared in the solution.</param>
/// <param name="Context">The context, as the compilation of the member knows it.</param>
public sealed record ContextRequest(IMethodSymbol Member, ContextType Context);
