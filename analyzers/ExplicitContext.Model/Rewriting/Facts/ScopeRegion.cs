using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>A part of a body that runs under a scope which a <c>using</c> opens.</summary>
/// <param name="Body">The part.</param>
/// <param name="Entered">The expression for the context that the scope makes the ambient one.</param>
/// <param name="Name">That expression, where it is a local or a parameter which is never assigned; else null.</param>
/// <param name="DeclareAt">Where a local for it can be declared; negative where it cannot.</param>
internal sealed record ScopeRegion(TextSpan Body, TextSpan Entered, string? Name, int DeclareAt);
