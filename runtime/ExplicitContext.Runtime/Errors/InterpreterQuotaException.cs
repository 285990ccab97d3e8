namespace ExplicitContext.Runtime;

/// <summary>An interpreter has used up what its <see cref="InterpreterLimits"/> give it.</summary>
public sealed class InterpreterQuotaException : InterpreterException
{
    internal InterpreterQuotaException(InterpreterId id, string limit, string detail)
        : base(id, $"Interpreter {id} has reached its limit {limit}: {detail} Raise the limit in InterpreterOptions.Limits, or do less.") =>
        Limit = limit;

    /// <summary>The property of <see cref="InterpreterLimits"/> that was reached.</summary>
    public string Limit { get; }
}
