namespace ExplicitContext.Runtime;

/// <summary>A handle was used after what it held had been moved to another interpreter.</summary>
/// <remarks>Source: Ruby, <c>Ractor::MovedError</c>.</remarks>
public sealed class MovedException : InterpreterException
{
    internal MovedException(Type type)
        : base(null, $"This handle of a {type} is empty: what it held has been sent to another interpreter, taken out or disposed of.")
    {
    }
}
