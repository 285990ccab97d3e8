using System.Collections.Concurrent;

namespace ExplicitContext.Runtime.Tests;

/// <summary>What was put and what was got, what was left to be called and what was: nothing twice, nothing out of nowhere.</summary>
internal sealed class FuzzLedger
{
    private readonly ConcurrentDictionary<int, InterpreterState> put = new();
    private readonly ConcurrentDictionary<int, bool> got = new();
    private int nextItem;
    private int callsLeft;
    private int callsMade;

    /// <summary>A number that was never put.</summary>
    public int NextItem() => Interlocked.Increment(ref nextItem);

    /// <summary>The item is in the queue, or was: putting it did not fail.</summary>
    public void Put(int item, InterpreterState sender) => Assert.True(put.TryAdd(item, sender));

    public void Got(CrossItem<int> item)
    {
        if (item.TryGetValue(out var value)) Assert.True(got.TryAdd(value, true), $"Item {value} was got twice.");
    }

    public void CallLeft() => Interlocked.Increment(ref callsLeft);

    public void CallMade() => Interlocked.Increment(ref callsMade);

    /// <summary>Once the queue is empty and all interpreters are closed.</summary>
    /// <param name="survivors">The interpreters that were open until then, whose items cannot have been dropped.</param>
    public void AssertBalanced(IReadOnlySet<InterpreterState> survivors)
    {
        Assert.All(got.Keys, item => Assert.InRange(item, 1, nextItem));
        Assert.All(put.Where(pair => survivors.Contains(pair.Value)), pair => Assert.True(got.ContainsKey(pair.Key), $"Item {pair.Key} was lost."));
        Assert.Equal(callsLeft, callsMade);
    }
}
