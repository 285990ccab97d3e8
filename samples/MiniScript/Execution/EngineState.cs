namespace MiniScript;

/// <summary>What an engine knows, all that was static before, once for each interpreter and under its lock: <c>interp.EngineState()</c>.</summary>
[PerInterpreter]
internal sealed partial class EngineState
{
    public EngineState(InterpreterState interp)
    {
        Engine = new Engine(interp, this);
        Profile = new Profile(this);
        Builtins.Install(Globals);
    }

    /// <summary>The public object that stands for this state.</summary>
    public Engine Engine { get; set; }

    public EngineOptions Options { get; set; } = new();

    public TextWriter Output { get; set; } = Console.Out;

    public EngineStatistics Statistics { get; } = new();

    public Scope Globals { get; } = new(parent: null);

    public StringTable Strings { get; } = new();

    public ScriptCache Scripts { get; } = new();

    public Loader Loader { get; } = new();

    public Profile Profile { get; }

    public Trace Trace { get; } = new();
}
