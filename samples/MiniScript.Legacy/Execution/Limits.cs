using System.Runtime.CompilerServices;

namespace MiniScript;

/// <summary>What keeps a script from taking the process down with it.</summary>
internal static class Limits
{
    public static bool IsTooDeep => CallStack.Depth >= Engine.Current.Options.RecursionLimit;

    public static void CheckDepth()
    {
        if (IsTooDeep)
            throw new ScriptException($"more than {Engine.Current.Options.RecursionLimit} calls are open");
    }

    public static void CheckStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new ScriptException("the script is nested too deeply");
    }

    public static void CountStep()
    {
        var engine = Engine.Current;
        engine.Cancellation.ThrowIfCancellationRequested();
        var steps = ++engine.Statistics.Steps;
        if (steps > engine.Options.StepLimit && engine.Options.StepLimit > 0)
            throw new ScriptException($"more than {engine.Options.StepLimit} steps were taken");
    }
}
