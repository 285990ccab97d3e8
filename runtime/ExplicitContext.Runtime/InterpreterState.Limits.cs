namespace ExplicitContext.Runtime;

// What the interpreter uses up, and what it may.
public sealed partial class InterpreterState
{
    [GuardedBy("atomic")]
    private Account? account;

    [GuardedBy("atomic")]
    private int recursionLimit;

    /// <summary>
    /// How many calls of <see cref="ThreadState.EnterRecursiveCall"/> may be open at once on one thread. A change holds from the next call on, for
    /// all threads of this interpreter and for no other one.
    /// </summary>
    /// <remarks>Source: <c>sys.setrecursionlimit</c>, which is per interpreter.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Not positive.</exception>
    public int RecursionLimit
    {
        get => Volatile.Read(ref recursionLimit) is > 0 and var set ? set : Options.RecursionLimit;
        set
        {
            InterpreterOptions.RequireRecursionLimit(value);
            Volatile.Write(ref recursionLimit, value);
        }
    }

    /// <summary>
    /// What the interpreter's runs and threads have allocated, in bytes, as of the last look; counted only where <see cref="InterpreterLimits"/> has
    /// a run measured. All that share the main interpreter's account have the same number.
    /// </summary>
    public long AllocatedBytes => Account.AllocatedBytes;

    /// <summary>How many items that the interpreter has sent wait in queues and channels; counted only where <see cref="InterpreterLimits.MaxQueuedItems"/> is set.</summary>
    public int QueuedItems => Account.QueuedItems;

    /// <summary>What the interpreter has used up; the main interpreter's where they share it.</summary>
    internal Account Account => Options.UseMainAccount && Id != InterpreterId.Main
        ? Runtime.Main.Account
        : LazyInitializer.EnsureInitialized(ref account, static () => new Account());
}
