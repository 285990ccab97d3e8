namespace ExplicitContext.Runtime;

/// <summary>What may cross from one interpreter to another, and how to send what may not as it is.</summary>
/// <remarks>
/// <para>By reference cross: numbers, strings, dates and other values that can never change; <see cref="Type"/>, read-only cultures; immutable and frozen
/// collections of what crosses by reference; delegates that capture nothing; handles such as <see cref="InterpreterState"/>; and <c>[Shareable]</c>
/// types that cannot change. Tuples, pairs and nullables go item by item. Other <c>[Shareable]</c> types are copied by code that the generator
/// writes. Arrays and collections are copied where somebody says so by <c>Copy</c>, or moved. All else is refused.</para>
/// <para>Threading: members may be called from any thread, inside or outside; values are looked at, so whoever calls must own them.</para>
/// <para>Source: PEP 734, <c>is_shareable</c>. Unlike there the answer is deep: what is called shareable crosses.</para>
/// </remarks>
public static class Shareable
{
    /// <summary>Whether the value would cross. Costs about what the crossing costs.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value, looked at to its depth.</param>
    /// <param name="sender">The interpreter whose <see cref="InterpreterState.Copiers"/> count; none where left out.</param>
    /// <returns>True if every crossing of the value succeeds as long as nobody changes it and no copier throws.</returns>
    public static bool IsShareable<T>(T value, InterpreterState? sender = null) => Crossing.FindRefusal(value, sender) is null;

    /// <summary>Requires the value to be one that would cross.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value, looked at to its depth.</param>
    /// <param name="sender">The interpreter whose <see cref="InterpreterState.Copiers"/> count; none where left out.</param>
    /// <exception cref="NotShareableException">It would not; says what in it and why.</exception>
    public static void Check<T>(T value, InterpreterState? sender = null)
    {
        if (Crossing.FindRefusal(value, sender) is { } refusal) throw refusal.ToException(nameof(value));
    }

    /// <summary>Says that a list is to be copied when it is sent.</summary>
    /// <typeparam name="T">The elements' type.</typeparam>
    /// <param name="list">Not copied before.</param>
    /// <returns>What to send.</returns>
    public static CopyOnSend<List<T>> Copy<T>(List<T> list) => Copy(list, ListRoute<T>.Instance);

    /// <summary>Says that an array is to be copied when it is sent.</summary>
    /// <typeparam name="T">The elements' type.</typeparam>
    /// <param name="array">Not copied before.</param>
    /// <returns>What to send.</returns>
    public static CopyOnSend<T[]> Copy<T>(T[] array) => Copy(array, ArrayRoute<T>.Instance);

    /// <summary>Says that a set is to be copied when it is sent.</summary>
    /// <typeparam name="T">The elements' type.</typeparam>
    /// <param name="set">Not copied before.</param>
    /// <returns>What to send.</returns>
    public static CopyOnSend<HashSet<T>> Copy<T>(HashSet<T> set) => Copy(set, HashSetRoute<T>.Instance);

    /// <summary>Says that a dictionary is to be copied when it is sent.</summary>
    /// <typeparam name="TKey">The keys' type.</typeparam>
    /// <typeparam name="TValue">The values' type.</typeparam>
    /// <param name="dictionary">Not copied before.</param>
    /// <returns>What to send.</returns>
    public static CopyOnSend<Dictionary<TKey, TValue>> Copy<TKey, TValue>(Dictionary<TKey, TValue> dictionary)
        where TKey : notnull => Copy(dictionary, DictionaryRoute<TKey, TValue>.Instance);

    /// <summary>Gives something mutable away: the receiver of the handle gets the thing itself. Do not use <paramref name="value"/> afterwards.</summary>
    /// <typeparam name="T">The thing's type.</typeparam>
    /// <param name="value">The thing. Nothing else may refer to it, nor to what it consists of.</param>
    /// <returns>The handle to send.</returns>
    /// <exception cref="NotShareableException">It belongs to a thread or interpreter for good: a delegate, task, thread, lock or thread state.</exception>
    public static Movable<T> Move<T>(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value is Delegate or Task or Thread or WaitHandle or ThreadState)
            throw new NotShareableException(nameof(value), value.GetType(), "it belongs to the thread or interpreter that made it, so it cannot be moved either");
        return new Movable<T>(value);
    }

    private static CopyOnSend<T> Copy<T>(T collection, Route<T> route)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return new CopyOnSend<T>(collection, route);
    }
}
