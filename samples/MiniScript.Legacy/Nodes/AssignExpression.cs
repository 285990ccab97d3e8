namespace MiniScript;

internal sealed class AssignExpression(int line, Expression target, Expression value) : Expression(line)
{
    public override ScriptValue Evaluate(Scope scope)
    {
        var assigned = value.Evaluate(scope);
        if (target is IndexExpression element)
            element.Assign(scope, assigned);
        else
            scope.Set(((NameExpression)target).Name, assigned);
        return assigned;
    }
}
