namespace MiniScript;

/// <summary>A function of a script, with the variables around it.</summary>
internal sealed class Closure(FunctionExpression definition, Scope captured)
    : Function(definition.Name, definition.Parameters.Count)
{
    protected override string ScriptName => definition.ScriptName;

    protected override ScriptValue Invoke(ScriptValue[] arguments)
    {
        var scope = new Scope(captured);
        for (var i = 0; i < arguments.Length; i++)
            scope.Declare(definition.Parameters[i], arguments[i]);
        definition.Body.RunIn(scope);
        return CallStack.Result;
    }
}
