namespace ExplicitContext.Testing;

/// <summary>A diagnostic that a test's markup asks for.</summary>
internal readonly record struct ExpectedDiagnostic(string Path, MarkedSpan Mark);
