using System.Diagnostics;

namespace ExplicitContext.Runtime;

/// <summary>Refuses small locks out of order, with the stacks of both places. For <see cref="RuntimeOptions.CheckLockOrder"/>.</summary>
internal sealed class LockOrderChecker : ILockObserver
{
    private readonly ThreadLocal<Stack<(SmallLock Lock, StackTrace Where)>> held = new(static () => new());

    public void Taking(SmallLock taken)
    {
        var locks = held.Value!;
        if (locks.TryPeek(out var last) && last.Lock.Rank >= taken.Rank) throw new LockOrderException(last.Lock.Rank.ToString(), taken.Rank.ToString(), last.Where);
        locks.Push((taken, new StackTrace(1, true)));
    }

    public void Released(SmallLock released) => held.Value!.Pop();

    public void Blocking()
    {
        if (held.Value!.TryPeek(out var last)) throw new LockOrderException(last.Lock.Rank.ToString(), "an interpreter's lock, or sleep", last.Where);
    }
}
