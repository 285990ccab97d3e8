namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>An overload with the rewritten body of its original.</summary>
/// <param name="Overload">The overload.</param>
/// <param name="Findings">What in it stays as it was.</param>
/// <param name="NeedsScope">Whether some of that would find the right ambient under a scope.</param>
internal sealed record RewrittenOverload(WrittenOverload Overload, IReadOnlyList<GenerationFinding> Findings, bool NeedsScope);
