using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime;

/// <summary>
/// One value on its way to another interpreter: what generated code crosses its members with. It remembers copies, so that what is referred to twice
/// is copied once and cycles end, and how to get to what must not cross.
/// </summary>
/// <remarks>
/// Threading: lives on the stack of the one thread that sends. No lock is held.
/// After a refusal every member hands back what it was given; the crossing as a whole then fails, and the half-made copies are dropped.
/// </remarks>
public ref struct CrossingScope
{
    // Below this depth the stack is never the limit, and asking for it costs.
    private const int ShallowDepth = 48;

    private readonly InterpreterState? sender;
    private CopyMemo memo;
    private ITransferable? departed;
    private List<ITransferable>? departedLater;
    private int depth;
    private int copyDepth;

    internal CrossingScope(CrossingMode mode, InterpreterState? sender)
    {
        Mode = mode;
        this.sender = sender;
    }

    /// <summary>How many objects of the value have been replaced so far. Where it does not grow while members cross, their owner needs no copy.</summary>
    public int Copies { get; private set; }

    internal readonly CrossingMode Mode { get; }

    internal Refusal? Refusal { get; private set; }

    /// <summary>Whether the receiver will get what comes out of the walk. Otherwise copies are made only to walk through them.</summary>
    internal readonly bool IsSending => Mode == CrossingMode.Send;

    /// <summary>Whether a copy policy covers what is crossing now, so that arrays and collections may be copied.</summary>
    internal readonly bool IsCopying => copyDepth > 0;

    /// <summary>Crosses the value of a member by the rules for its type: by reference, as a copy or as a proxy.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="value">Its value.</param>
    /// <param name="member">Its name, for the path in messages.</param>
    /// <returns>What the receiver gets in its place.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public T Cross<T>(T value, string member)
    {
        if (Route<T>.IsFree || Refusal is not null) return value;
        var crossed = Cross(value);
        Refusal?.Within(member);
        return crossed;
    }

    /// <summary>Crosses the value of a member whose arrays and collections are to be copied, at any depth.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="value">Its value.</param>
    /// <param name="member">Its name, for the path in messages.</param>
    /// <returns>What the receiver gets in its place.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public T Copy<T>(T value, string member) => Route<T>.IsFree ? value : CopyBy(Route<T>.Instance, value, member);

    /// <summary>Copies an array, element by element.</summary>
    /// <typeparam name="T">The elements' type.</typeparam>
    /// <param name="value">The array, or null.</param>
    /// <param name="member">The member's name, for the path in messages.</param>
    /// <returns>An array of the same length.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public T[]? Copy<T>(T[]? value, string member) => value is null ? null : CopyBy(ArrayRoute<T>.Instance, value, member);

    /// <summary>Copies a list, element by element.</summary>
    /// <typeparam name="T">The elements' type.</typeparam>
    /// <param name="value">The list, or null.</param>
    /// <param name="member">The member's name, for the path in messages.</param>
    /// <returns>A list with the same number of elements.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public List<T>? Copy<T>(List<T>? value, string member) => value is null ? null : CopyBy(ListRoute<T>.Instance, value, member);

    /// <summary>Copies a set, element by element. Its comparer must be able to cross by reference.</summary>
    /// <typeparam name="T">The elements' type.</typeparam>
    /// <param name="value">The set, or null.</param>
    /// <param name="member">The member's name, for the path in messages.</param>
    /// <returns>A set of the same comparer.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public HashSet<T>? Copy<T>(HashSet<T>? value, string member) => value is null ? null : CopyBy(HashSetRoute<T>.Instance, value, member);

    /// <summary>Copies a dictionary, entry by entry. Its comparer must be able to cross by reference.</summary>
    /// <typeparam name="TKey">The keys' type.</typeparam>
    /// <typeparam name="TValue">The values' type.</typeparam>
    /// <param name="value">The dictionary, or null.</param>
    /// <param name="member">The member's name, for the path in messages.</param>
    /// <returns>A dictionary of the same comparer.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public Dictionary<TKey, TValue>? Copy<TKey, TValue>(Dictionary<TKey, TValue>? value, string member)
        where TKey : notnull => value is null ? null : CopyBy(DictionaryRoute<TKey, TValue>.Instance, value, member);

    /// <summary>Looks for the copy that this crossing has made of an object already.</summary>
    /// <typeparam name="T">The object's type.</typeparam>
    /// <param name="original">The object.</param>
    /// <param name="copy">Its copy.</param>
    /// <returns>Whether there is one.</returns>
    public readonly bool TryGetCopy<T>(T original, [NotNullWhen(true)] out T? copy)
        where T : class
    {
        copy = memo.Find(original) as T;
        return copy is not null;
    }

    /// <summary>Remembers the copy of an object. Call it before the members cross, since they may lead back to the object.</summary>
    /// <typeparam name="T">The object's type.</typeparam>
    /// <param name="original">The object.</param>
    /// <param name="copy">Its copy, whose members may still be the original's.</param>
    /// <returns><paramref name="copy"/>.</returns>
    public T Register<T>(T original, T copy)
        where T : class
    {
        memo.Add(original, copy);
        Copies++;
        return copy;
    }

    internal T Cross<T>(T value)
    {
        if (value is null || Route<T>.IsFree || Refusal is not null) return value;
        if (depth >= ShallowDepth && !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return Refuse(value, "it is nested too deeply, or refers to itself by members that cannot be copied");
        depth++;
        var crossed = Route<T>.Instance.Cross(value, ref this);
        depth--;
        return crossed;
    }

    internal T Cross<T>(T value, int index)
    {
        if (Route<T>.IsFree || Refusal is not null) return value;
        var crossed = Cross(value);
        Refusal?.Within(index);
        return crossed;
    }

    /// <summary>Crosses what cannot be replaced where it is, because its owner crosses by reference.</summary>
    internal void RequireByReference<T>(T value, string? member)
    {
        if (Route<T>.IsFree || Refusal is not null) return;
        var before = Copies;
        Cross(value);
        if (Copies != before && Refusal is null)
            Refuse(value, "it crosses as a copy or proxy, but what holds it crosses as it is; make the holder [Shareable] and partial, or send the two side by side");
        if (member is not null) Refusal?.Within(member);
    }

    internal T CopyBy<T>(Route<T> route, T value, string? member)
    {
        if (value is null || Refusal is not null) return value;
        copyDepth++;
        var copy = route.Cross(value, ref this);
        copyDepth--;
        if (member is not null) Refusal?.Within(member);
        return copy;
    }

    /// <summary>Crosses an object by its run-time type.</summary>
    internal object CrossObject(object value) => Refusal is null ? ObjectRoutes.Cross(value, sender, ref this) : value;

    /// <summary>Counts a replacement that no other part of the value can refer to.</summary>
    internal T Replace<T>(T replacement)
    {
        Copies++;
        return replacement;
    }

    /// <summary>Remembers what to give back should the crossing fail later on.</summary>
    internal void Depart(ITransferable transferred)
    {
        Copies++;
        if (departed is null) departed = transferred;
        else (departedLater ??= []).Add(transferred);
    }

    /// <summary>Gives back to the sender what has left already.</summary>
    internal readonly void Undo()
    {
        departed?.Recall();
        departedLater?.ForEach(static transferred => transferred.Recall());
    }

    // A walk through what was sent meets nothing that it could refuse; if it does, the rest still counts.
    internal T Refuse<T>(T value, string reason)
    {
        if (Mode is CrossingMode.Send or CrossingMode.Check) Refusal ??= new Refusal(value?.GetType() ?? typeof(T), reason);
        return value;
    }
}
