namespace MiniScript;

/// <summary>Runs scripts. The engine that is running one is <see cref="Current"/>; everything below finds it there.</summary>
public sealed class Engine : IDisposable
{
    private static readonly Lazy<Engine> SharedEngine = new(() => new Engine());
    private static Engine? current;
    private static int created;

    private bool disposed;

    public Engine() : this(EngineOptions.Default)
    {
    }

    public Engine(EngineOptions options)
    {
        Options = options;
        Id = ++created;
        Builtins.Install(Globals);
    }

    /// <summary>The engine that is used where nobody made one.</summary>
    public static Engine Default => SharedEngine.Value;

    /// <summary>The engine that is running a script now, or <see cref="Default"/> where none is.</summary>
    public static Engine Current => current ?? Default;

    public EngineOptions Options { get; }

    /// <summary>Where <c>print</c> writes.</summary>
    public TextWriter Output { get; set; } = Console.Out;

    /// <summary>What the engine's scripts have done so far.</summary>
    public EngineStatistics Statistics { get; } = new();

    internal int Id { get; }

    internal Scope Globals { get; } = new(parent: null);

    internal List<Frame> Frames { get; } = [];

    internal HashSet<string> Imported { get; } = [];

    internal CancellationToken Cancellation { get; private set; }

    /// <summary>The value of a global, nil where there is none of that name.</summary>
    public ScriptValue GetGlobal(string name)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return Globals.Find(name);
    }

    public void SetGlobal(string name, ScriptValue value)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        Globals.Declare(name, value);
    }

    /// <summary>Makes a function of the host callable from scripts.</summary>
    public void Define(string name, int arity, Func<ScriptValue[], ScriptValue> body)
        => SetGlobal(name, ScriptValue.Wrap(new Builtin(name, arity, body)));

    /// <summary>Runs a script; its value is that of a <c>return</c> outside all functions, else nil.</summary>
    /// <exception cref="ScriptException">The script cannot be parsed, or failed.</exception>
    /// <exception cref="ObjectDisposedException">The engine was disposed of.</exception>
    public ScriptValue Run(string source, string scriptName = "script")
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var previous = current;
        current = this;
        try
        {
            return Interpreter.Run(source, scriptName);
        }
        finally
        {
            current = previous;
        }
    }

    /// <summary>Reads a script to its end and runs it.</summary>
    /// <exception cref="ScriptException">The script is too long, cannot be parsed, or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled while the script was read or ran.</exception>
    /// <exception cref="ObjectDisposedException">The engine was disposed of.</exception>
    public async Task<ScriptValue> RunAsync(
        TextReader source, string scriptName = "script", CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var previous = current;
        current = this;
        Cancellation = cancellationToken;
        try
        {
            return Interpreter.Run(await Loader.ReadAsync(source, scriptName), scriptName);
        }
        finally
        {
            Cancellation = default;
            current = previous;
        }
    }

    /// <summary>Flushes what was printed; after that the engine runs nothing more, unless it is <see cref="Default"/>.</summary>
    public void Dispose()
    {
        Output.Flush();
        disposed = this != Default;
    }
}
