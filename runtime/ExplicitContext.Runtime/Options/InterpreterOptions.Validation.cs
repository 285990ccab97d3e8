namespace ExplicitContext.Runtime;

public sealed partial record InterpreterOptions
{
    /// <exception cref="ArgumentOutOfRangeException">The interval is not positive, or too long.</exception>
    internal static void RequireSwitchInterval(TimeSpan value)
    {
        if (value <= TimeSpan.Zero || value.TotalMilliseconds > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(value), value, "A switch interval is positive and at most 2,147,483,647 milliseconds.");
    }

    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    internal static void RequireRecursionLimit(int value)
    {
        if (value <= 0) throw new ArgumentOutOfRangeException(nameof(value), value, "A recursion limit is positive.");
    }

    /// <summary>Refuses what cannot be, before anything is made of it.</summary>
    /// <exception cref="ArgumentException">A value cannot be, or cannot be together with another.</exception>
    internal void Validate()
    {
        RequireSwitchInterval(SwitchInterval);
        RequireRecursionLimit(RecursionLimit);
        Limits.Validate();
        if (Lock is not (InterpreterLockKind.Own or InterpreterLockKind.SharedWithMain)) throw Refused($"{nameof(Lock)} is neither Own nor SharedWithMain.");
        if (CloseTimeout < TimeSpan.Zero && CloseTimeout != Timeout.InfiniteTimeSpan || CloseTimeout.TotalMilliseconds > int.MaxValue)
            throw Refused($"{nameof(CloseTimeout)} is negative, or longer than 2,147,483,647 milliseconds.");
        if (Lock == InterpreterLockKind.Own && UseMainAccount)
            throw Refused($"an interpreter with a lock of its own cannot use the main interpreter's account, which that one's lock guards. Set {nameof(Lock)} to SharedWithMain, or {nameof(UseMainAccount)} to false.");
        if (!UseMainAccount && !CheckComponents)
            throw Refused($"an interpreter with an account of its own must check its components. Set {nameof(CheckComponents)} to true, or {nameof(UseMainAccount)} to true and {nameof(Lock)} to SharedWithMain.");
    }

    private static ArgumentException Refused(string reason) => new($"These interpreter options cannot be: {reason}");
}
