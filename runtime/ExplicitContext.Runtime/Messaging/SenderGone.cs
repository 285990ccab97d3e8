namespace ExplicitContext.Runtime;

/// <summary>Stands for a closed interpreter, so that its items do not keep it in memory.</summary>
internal sealed class SenderGone(InterpreterId interpreter)
{
    public InterpreterId Interpreter { get; } = interpreter;
}
