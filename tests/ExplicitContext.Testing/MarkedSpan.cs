using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Testing;

/// <summary>A marked span and the rule expected there; no rule where the mark does not name one.</summary>
public readonly record struct MarkedSpan(string? Id, TextSpan Span);
