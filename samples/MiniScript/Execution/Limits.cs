using System.Runtime.CompilerServices;

namespace MiniScript;

/// <summary>What keeps a script from taking the process down with it.</summary>
internal static class Limits
{
    public static bool IsTooDeep(ThreadState tstate)
        => tstate.CallStack().Depth >= tstate.Interp.EngineState().Options.RecursionLimit;

    public static void CheckDepth(ThreadState tstate)
    {
        if (IsTooDeep(tstate))
            throw new ScriptException(tstate, $"more than {tstate.Interp.EngineState().Options.RecursionLimit} calls are open");
    }

    public static void CheckStack(ThreadState tstate)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new ScriptException(tstate, "the script is nested too deeply");
    }

    public static void CountStep(ThreadState tstate)
    {
        tstate.CheckBreaker();
        tstate.Execution().Cancellation.ThrowIfCancellationRequested();
        var engine = tstate.Interp.EngineState();
        var steps = ++engine.Statistics.Steps;
        if (steps > engine.Options.StepLimit && engine.Options.StepLimit > 0)
            throw new ScriptException(tstate, $"more than {engine.Options.StepLimit} steps were taken");
    }
}
