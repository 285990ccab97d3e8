namespace ExplicitContext.Runtime;

public sealed partial record InterpreterOptions
{
    /// <exception cref="ArgumentOutOfRangeException">The interval is not positive, or too long.</exception>
    internal static void RequireSwitchInterval(TimeSpan value)
    {
        if (value <= TimeSpan.Zero || value.TotalMilliseconds > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(value), value, "A switch interval is positive and at most 2,147,483,647 milliseconds.");
    }

    /// <summary>Refuses what cannot be, before anything is made of it.</summary>
    internal void Validate()
    {
        RequireSwitchInterval(SwitchInterval);
        if (RecursionLimit <= 0) throw new ArgumentOutOfRangeException(nameof(RecursionLimit), RecursionLimit, "A recursion limit is positive.");
    }
}
