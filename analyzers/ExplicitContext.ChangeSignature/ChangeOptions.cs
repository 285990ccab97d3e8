namespace ExplicitContext.ChangeSignature;

/// <summary>What a change may do.</summary>
/// <param name="KeepsPublicSignatures">
/// Whether what other assemblies can call stays: beside it, an internal overload takes the context, and the old signature forwards to that
/// with the ambient. Where not, the signature itself changes.
/// </param>
public sealed record ChangeOptions(bool KeepsPublicSignatures = true);
