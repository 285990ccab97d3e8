using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime;

// How deep the thread is in calls of the language that it runs.
public sealed partial class ThreadState
{
    [GuardedBy("the own thread")]
    private int recursion;

    /// <summary>
    /// To be called where a language calls one of its functions: <c>using (tstate.EnterRecursiveCall()) { ... }</c>. Turns an endless recursion into
    /// an exception in this interpreter, before the stack overflows and takes the process with it.
    /// </summary>
    /// <remarks>Source: CPython <c>Py_EnterRecursiveCall</c>; <c>sys.setrecursionlimit</c>, which is per interpreter.</remarks>
    /// <returns>The scope of the call.</returns>
    /// <exception cref="RecursionLimitException">As many calls are open as <see cref="InterpreterState.RecursionLimit"/> says, or the stack is nearly full.</exception>
    public RecursiveCallScope EnterRecursiveCall()
    {
        if (recursion >= Interp.RecursionLimit || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new RecursionLimitException(Interp.Id, recursion);
        recursion++;
        return new RecursiveCallScope(this);
    }

    internal void LeaveRecursiveCall() => recursion--;
}
