namespace ExplicitContext.Migration;

/// <summary>
/// What a person handed in cannot be used. The message stands alone: it says what is wrong, where, and how to mend it.
/// </summary>
public sealed class InputException(string message) : Exception(message);
