namespace MiniScript;

/// <summary>The variables of a block, and through its parents all that the block can see.</summary>
internal sealed class Scope(Scope? parent)
{
    private readonly Dictionary<string, ScriptValue> values = [];
    private readonly Scope? parent = parent;

    public ScriptValue Get(ThreadState tstate, string name)
    {
        for (var scope = this; scope is not null; scope = scope.parent)
        {
            if (scope.values.TryGetValue(name, out var value))
                return value;
        }

        return Missing(tstate, name);
    }

    public void Set(ThreadState tstate, string name, ScriptValue value)
    {
        for (var scope = this; scope is not null; scope = scope.parent)
        {
            if (scope.values.ContainsKey(name))
            {
                scope.values[name] = value;
                return;
            }
        }

        Missing(tstate, name);
        tstate.Interp.EngineState().Globals.Declare(name, value);
    }

    public void Declare(string name, ScriptValue value) => values[name] = value;

    public bool Remove(string name) => values.Remove(name);

    public bool Declares(string name) => values.ContainsKey(name);

    public IEnumerable<string> Names => values.Keys;

    public ScriptValue Find(string name) => values.GetValueOrDefault(name);

    private static ScriptValue Missing(ThreadState tstate, string name)
        => tstate.Interp.EngineState().Options.Strict ? throw Errors.Undeclared(tstate, name) : ScriptValue.Nil;
}
