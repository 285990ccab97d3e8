namespace MiniScript;

/// <summary>Leaves a turn of the innermost loop, or the whole of it.</summary>
internal sealed class JumpStatement(int line, Completion completion) : Statement(line)
{
    protected override Completion Execute(ThreadState tstate, Scope scope) => completion;
}
