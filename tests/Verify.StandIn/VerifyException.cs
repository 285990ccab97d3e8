namespace VerifyTests;

/// <summary>A snapshot differs.</summary>
public sealed class VerifyException(string message) : Exception(message);
