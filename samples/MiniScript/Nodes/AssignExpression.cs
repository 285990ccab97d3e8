namespace MiniScript;

internal sealed class AssignExpression(int line, Expression target, Expression value) : Expression(line)
{
    public override ScriptValue Evaluate(ThreadState tstate, Scope scope)
    {
        var assigned = value.Evaluate(tstate, scope);
        if (target is IndexExpression element)
            element.Assign(tstate, scope, assigned);
        else
            scope.Set(tstate, ((NameExpression)target).Name, assigned);
        return assigned;
    }
}
