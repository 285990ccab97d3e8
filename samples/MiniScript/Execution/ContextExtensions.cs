namespace MiniScript;

/// <summary>The way from a context to what this library keeps in it.</summary>
internal static class ContextExtensions
{
    private static readonly InterpreterSlot<EngineState> EngineSlot = new(interp => new EngineState(interp));

    public static EngineState Engine(this InterpreterState interp) => interp.GetState(EngineSlot);

    public static ExecutionState Execution(this ThreadState tstate)
        => tstate.Interp.Engine().Executions.GetValue(tstate, static tstate => new ExecutionState(tstate));

    public static CallStack CallStack(this ThreadState tstate) => tstate.Execution().CallStack;
}
