namespace ExplicitContext.Runtime;

/// <summary>Items in the order in which they were sent. Not thread-safe.</summary>
internal sealed class ItemRing<T>
{
    // The length is a power of two, so that an index wraps by a mask.
    private Item<T>[] slots = new Item<T>[4];
    private int head;
    private int count;

    /// <summary>How many there are.</summary>
    public int Count => count;

    public void Append(in Item<T> item)
    {
        if (count == slots.Length) Grow();
        slots[(head + count) & (slots.Length - 1)] = item;
        count++;
    }

    /// <summary>Puts an item before all others.</summary>
    public void Prepend(in Item<T> item)
    {
        if (count == slots.Length) Grow();
        head = (head - 1) & (slots.Length - 1);
        slots[head] = item;
        count++;
    }

    /// <summary>Takes out the first item. There must be one.</summary>
    public Item<T> Take()
    {
        ref var slot = ref slots[head];
        var item = slot;
        slot = default;
        head = (head + 1) & (slots.Length - 1);
        count--;
        return item;
    }

    /// <summary>Shows every item to a visitor, first to last, which may change it; takes out those for which it returns false.</summary>
    public void Sweep<TArg>(Visitor<TArg> keep, ref TArg arg)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            ref var item = ref At(i);
            if (!keep(ref item, ref arg)) continue;
            if (kept != i) At(kept) = item;
            kept++;
        }

        for (var i = kept; i < count; i++) At(i) = default;
        count = kept;
    }

    private ref Item<T> At(int index) => ref slots[(head + index) & (slots.Length - 1)];

    private void Grow()
    {
        var larger = new Item<T>[slots.Length * 2];
        for (var i = 0; i < count; i++) larger[i] = At(i);
        slots = larger;
        head = 0;
    }

    /// <summary>Looks at one item.</summary>
    /// <returns>Whether it stays.</returns>
    public delegate bool Visitor<TArg>(ref Item<T> item, ref TArg arg);
}
