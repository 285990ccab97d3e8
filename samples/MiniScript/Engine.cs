namespace MiniScript;

/// <summary>Runs scripts, in an interpreter of its own: any number of engines run in parallel.</summary>
[ContextType("engine")]
public sealed class Engine : IDisposable
{
    private readonly InterpreterState interp;

    public Engine() : this(new EngineOptions())
    {
    }

    public Engine(EngineOptions options)
    {
        interp = EntryPoint.Runtime.CreateInterpreter();
        using (interp.Attach(out var tstate))
        {
            State = tstate.Interp.EngineState();
            State.Engine = this;
            State.Options = options;
        }
    }

    internal Engine(InterpreterState interp, EngineState state)
    {
        this.interp = interp;
        State = state;
    }

    /// <summary>The engine that is used where nobody made one.</summary>
    [AmbientAccessor, ContextEntry]
    public static Engine Default
    {
        get
        {
            using (EntryPoint.Runtime.Main.Attach(out var tstate))
                return tstate.Interp.EngineState().Engine;
        }
    }

    /// <summary>The engine that is running a script now, or <see cref="Default"/> where none is.</summary>
    [AmbientAccessor(ReplacedBy = "tstate.Interp.EngineState().Engine"), ContextEntry]
    public static Engine Current => EntryPoint.Call(static (tstate, _) => tstate.Interp.EngineState().Engine, 0);

    public EngineOptions Options => State.Options;

    /// <summary>Where <c>print</c> writes.</summary>
    public TextWriter Output
    {
        get => State.Output;
        set => State.Output = value;
    }

    /// <summary>What the engine's scripts have done so far.</summary>
    public EngineStatistics Statistics => State.Statistics;

    internal EngineState State { get; }

    /// <summary>The value of a global, nil where there is none of that name.</summary>
    public ScriptValue GetGlobal(string name)
    {
        using (Attach(out var tstate))
            return tstate.Interp.EngineState().Globals.Find(name);
    }

    public void SetGlobal(string name, ScriptValue value)
    {
        using (Attach(out var tstate))
            tstate.Interp.EngineState().Globals.Declare(name, value);
    }

    /// <summary>Makes a function of the host callable from scripts.</summary>
    public void Define(string name, int arity, Func<ScriptValue[], ScriptValue> body)
        => SetGlobal(name, ScriptValue.Wrap(new Builtin(name, arity, (_, arguments) => body(arguments))));

    /// <summary>Runs a script; its value is that of a <c>return</c> outside all functions, else nil.</summary>
    /// <exception cref="ScriptException">The script cannot be parsed, or failed.</exception>
    /// <exception cref="ObjectDisposedException">The engine was disposed of.</exception>
    public ScriptValue Run(string source, string scriptName = "script")
    {
        using (Attach(out var tstate))
            return Interpreter.Run(tstate, source, scriptName);
    }

    /// <summary>Reads a script to its end and runs it.</summary>
    /// <exception cref="ScriptException">The script is too long, cannot be parsed, or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled while the script was read or ran.</exception>
    /// <exception cref="ObjectDisposedException">The engine was disposed of.</exception>
    public async Task<ScriptValue> RunAsync(
        TextReader source, string scriptName = "script", CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        var text = await Loader.ReadAsync(Options, source, scriptName, cancellationToken);
        using (Attach(out var tstate))
        {
            tstate.Execution().Cancellation = cancellationToken;
            try
            {
                return Interpreter.Run(tstate, text, scriptName);
            }
            finally
            {
                tstate.Execution().Cancellation = default;
            }
        }
    }

    internal void Print(ScriptValue[] values)
    {
        using (Attach(out var tstate))
            Display.WriteLine(tstate, values);
    }

    /// <summary>Flushes what was printed; after that the engine runs nothing more, unless it is <see cref="Default"/>.</summary>
    public void Dispose()
    {
        Output.Flush();
        if (interp.Id != InterpreterId.Main)
            interp.Dispose();
    }

    private AttachScope Attach(out ThreadState tstate)
    {
        ThrowIfDisposed();
        return interp.Attach(out tstate);
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(interp.Phase == InterpreterPhase.Closed, this);
}
