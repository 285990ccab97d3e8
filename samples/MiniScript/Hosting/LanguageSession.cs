namespace MiniScript;

/// <summary>MiniScript in one interpreter. All that it knows is in that interpreter's <see cref="EngineState"/>.</summary>
internal sealed class LanguageSession : ILanguageSession
{
    public void Exec(ThreadState tstate, string source, string name) => Interpreter.Run(tstate, source, name);

    public object? Evaluate(ThreadState tstate, string expression, string name)
        => HostValues.ToHost(tstate, Interpreter.Run(tstate, $"return {expression};", name));

    public object? Call(ThreadState tstate, object function, IReadOnlyList<object?> arguments)
    {
        var called = function is string name ? Globals(tstate).Find(name) : throw new ArgumentException("MiniScript calls functions by their names only.", nameof(function));
        return HostValues.ToHost(tstate, called.ToFunction(tstate).Call(tstate, [.. arguments.Select(HostValues.FromHost)]));
    }

    public void Bind(ThreadState tstate, IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        var converted = values.Select(pair => (pair.Key, Value: HostValues.FromHost(pair.Value))).ToList();
        foreach (var (name, value) in converted)
            Globals(tstate).Declare(name, value);
    }

    public bool Unbind(ThreadState tstate, string name) => Globals(tstate).Remove(name);

    public bool TryGet(ThreadState tstate, string name, out object? value)
    {
        var isDeclared = Globals(tstate).Declares(name);
        value = HostValues.ToHost(tstate, Globals(tstate).Find(name));
        return isDeclared;
    }

    public IReadOnlyList<string> Names(ThreadState tstate)
        => [.. Globals(tstate).Names.Where(name => !HostValues.IsBuiltin(tstate, Globals(tstate).Find(name)))];

    public ErrorInfo? Describe(Exception error) => error is ScriptException script
        ? new ErrorInfo
        {
            TypeName = "ScriptException",
            Message = script.Message,
            Display = script.Report,
            StackTrace = string.Join('\n', script.Frames),
            Position = new SourcePosition(script.ScriptName, script.Line),
        }
        : null;

    public void Dispose()
    {
    }

    private static Scope Globals(ThreadState tstate) => tstate.Interp.EngineState().Globals;
}
