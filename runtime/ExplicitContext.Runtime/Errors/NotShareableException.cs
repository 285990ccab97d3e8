namespace ExplicitContext.Runtime;

/// <summary>A value, or something inside it, must not cross to another interpreter. Nothing has crossed.</summary>
/// <remarks>Source: PEP 734, <c>NotShareableError</c>.</remarks>
public sealed class NotShareableException : InterpreterException
{
    internal NotShareableException(string path, Type type, string reason)
        : base(null, $"{path} ({type}) cannot cross to another interpreter: {reason}")
    {
        Path = path;
        Type = type;
    }

    /// <summary>The way from the value that was to cross to the culprit, such as <c>value.Items[3].Stream</c>.</summary>
    public string Path { get; }

    /// <summary>The culprit's type.</summary>
    public Type Type { get; }
}
