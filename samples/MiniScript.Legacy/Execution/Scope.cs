namespace MiniScript;

/// <summary>The variables of a block, and through its parents all that the block can see.</summary>
internal sealed class Scope(Scope? parent)
{
    private readonly Dictionary<string, ScriptValue> values = [];
    private readonly Scope? parent = parent;

    public static Scope Global => Engine.Current.Globals;

    public ScriptValue Get(string name)
    {
        for (var scope = this; scope is not null; scope = scope.parent)
        {
            if (scope.values.TryGetValue(name, out var value))
                return value;
        }

        return Missing(name);
    }

    public void Set(string name, ScriptValue value)
    {
        for (var scope = this; scope is not null; scope = scope.parent)
        {
            if (scope.values.ContainsKey(name))
            {
                scope.values[name] = value;
                return;
            }
        }

        Missing(name);
        Global.Declare(name, value);
    }

    public void Declare(string name, ScriptValue value) => values[name] = value;

    public ScriptValue Find(string name) => values.GetValueOrDefault(name);

    private static ScriptValue Missing(string name)
        => Engine.Current.Options.Strict ? throw Errors.Undeclared(name) : ScriptValue.Nil;
}
