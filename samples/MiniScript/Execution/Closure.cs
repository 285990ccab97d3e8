namespace MiniScript;

/// <summary>A function of a script, with the variables around it.</summary>
internal sealed class Closure(FunctionExpression definition, Scope captured)
    : Function(definition.Name, definition.Parameters.Count)
{
    protected override string GetScriptName(ThreadState tstate) => definition.ScriptName;

    protected override ScriptValue Invoke(ThreadState tstate, ScriptValue[] arguments)
    {
        var scope = new Scope(captured);
        for (var i = 0; i < arguments.Length; i++)
            scope.Declare(definition.Parameters[i], arguments[i]);
        definition.Body.RunIn(tstate, scope);
        return tstate.CallStack().Result;
    }
}
