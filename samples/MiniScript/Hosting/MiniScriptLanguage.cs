namespace MiniScript;

/// <summary>Plugs MiniScript into the runtime: an interpreter that is created with it runs scripts by <c>interp.Exec(source)</c>.</summary>
/// <param name="options">The options of every interpreter's engine; the defaults where left out.</param>
/// <param name="output">Where <c>print</c> writes, for all interpreters, so safe to use from several threads; the console where left out.</param>
public sealed class MiniScriptLanguage(EngineOptions? options = null, TextWriter? output = null) : ILanguage
{
    public string Name => "MiniScript";

    public ILanguageSession Open(ThreadState tstate)
    {
        var engine = tstate.Interp.EngineState();
        engine.Options = options ?? engine.Options;
        engine.Output = output ?? engine.Output;
        return new LanguageSession();
    }
}
