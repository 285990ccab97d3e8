namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>A <see cref="Facts.LocalFunctionUse"/> as a value.</summary>
internal sealed record StoredLocalUse(Place Function, Place? Call);
