using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime;

/// <summary>How a value gets from one interpreter to another.</summary>
internal static class Crossing
{
    /// <summary>Makes what the receiver gets: the value itself where that is immutable, else a copy or a proxy. Runs inside the sender.</summary>
    /// <remarks>No lock is held, so a copier may enter the runtime again. Where this throws, nothing has been moved or acquired.</remarks>
    /// <param name="value">What is to cross.</param>
    /// <param name="sender">The sender, or null where the host sends.</param>
    /// <param name="name">What messages call the value, such as <c>value</c> or <c>result</c>.</param>
    /// <exception cref="NotShareableException">The value, or something in it, must not cross.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Send<T>(T value, InterpreterState? sender, string name = "value") =>
        IsFree<T>() ? value : SendWalking(value, sender, name);

    /// <summary>Releases what a value that was sent holds, where nobody will ever receive it. The sender may be gone. Never throws.</summary>
    public static void Discard<T>(T value)
    {
        if (!IsFree<T>()) Walk(value, CrossingMode.Discard, sender: null);
    }

    /// <summary>
    /// Undoes <see cref="Send"/> where the sent value could not be handed over, as to a full queue: what was moved is back in the sender's handles.
    /// </summary>
    /// <param name="sent">What <see cref="Send"/> returned. Nobody has received it.</param>
    public static void Recall<T>(T sent)
    {
        if (!IsFree<T>()) Walk(sent, CrossingMode.Recall, sender: null);
    }

    /// <summary>Why the value could not cross, or null where it could. Moves, acquires and keeps nothing.</summary>
    public static Refusal? FindRefusal<T>(T value, InterpreterState? sender) =>
        IsFree<T>() ? null : Walk(value, CrossingMode.Check, sender);

    /// <summary>
    /// Requires a delegate to bring nothing along: a static method or lambda, or a target that crosses by reference. Where it is a static lambda this
    /// costs a few ns and no allocation.
    /// </summary>
    /// <exception cref="NotShareableException">It captures something; says what.</exception>
    public static void RequireStateless(Delegate function, string name)
    {
        if (Delegates.IsPlainlyStateless(function)) return;
        _ = SendWalking(function, sender: null, name);
    }

    // The types that the compiler itself can tell are not worth a look at a static field.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsFree<T>() => typeof(T) == typeof(string) || typeof(T).IsPrimitive || Route<T>.IsFree;

    private static T SendWalking<T>(T value, InterpreterState? sender, string name)
    {
        var scope = new CrossingScope(CrossingMode.Send, sender);
        try
        {
            var sent = scope.Cross(value);
            return scope.Refusal is null ? sent : throw scope.Refusal.ToException(name);
        }
        catch
        {
            scope.Undo();
            throw;
        }
    }

    private static Refusal? Walk<T>(T value, CrossingMode mode, InterpreterState? sender)
    {
        var scope = new CrossingScope(mode, sender);
        scope.Cross(value);
        return scope.Refusal;
    }
}
