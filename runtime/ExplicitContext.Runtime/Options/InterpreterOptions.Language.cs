namespace ExplicitContext.Runtime;

public sealed partial record InterpreterOptions
{
    /// <summary>The language that the interpreter speaks, for <see cref="InterpreterState.Exec(string, string, CancellationToken)"/>; null for none, where code comes as delegates only.</summary>
    public ILanguage? Language { get; init; }
}
