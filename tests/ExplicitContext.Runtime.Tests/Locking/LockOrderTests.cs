namespace ExplicitContext.Runtime.Tests;

/// <summary>LCK: the order of the library's own locks.</summary>
public sealed class LockOrderTests
{
    [Theory]
    [InlineData(LockRank.Leaf, LockRank.Runtime)]
    [InlineData(LockRank.Messaging, LockRank.Interpreter)]
    [InlineData(LockRank.Interpreter, LockRank.Runtime)]
    [InlineData(LockRank.Messaging, LockRank.Messaging)]
    [InlineData(LockRank.Leaf, LockRank.Leaf)]
    internal void LCK_22_LocksTakenAgainstTheOrder_AreRefusedWithBothStacks(LockRank held, LockRank wanted)
    {
        var checker = new LockOrderChecker();
        var first = new SmallLock(held, checker);
        var second = new SmallLock(wanted, checker);
        using (TakeFirst(first))
        {
            var error = Assert.Throws<LockOrderException>(() => TakeSecond(second));
            Assert.Contains($"rank {held} is held", error.Message);
            Assert.Contains($"rank {wanted} is wanted", error.Message);
            Assert.Contains(nameof(TakeFirst), error.Message);
            Assert.Contains(nameof(TakeSecond), error.Message);
            Assert.False(Monitor.IsEntered(second));
        }

        using (second.Enter()) Assert.True(Monitor.IsEntered(second));

        static SmallLock.Scope TakeFirst(SmallLock taken) => taken.Enter();

        static void TakeSecond(SmallLock taken) => taken.Enter().Dispose();
    }

    [Fact]
    public void LCK_22_LocksTakenInOrder_AreGranted_AndNobodySleepsUnderOne()
    {
        var checker = new LockOrderChecker();
        using (new SmallLock(LockRank.Runtime, checker).Enter())
        using (new SmallLock(LockRank.Interpreter, checker).Enter())
        using (new SmallLock(LockRank.Messaging, checker).Enter())
        using (new SmallLock(LockRank.Leaf, checker).Enter())
        {
            Assert.Throws<LockOrderException>(checker.Blocking);
        }

        checker.Blocking();
    }

    [Fact]
    public void LCK_22_WhatTheLibraryDoes_KeepsTheOrder()
    {
        using var runtime = RuntimeState.Initialize(new RuntimeOptions { CheckLockOrder = true });
        using var queue = runtime.CreateQueue<int>();
        Harness.InParallel([.. Enumerable.Repeat<Action>(
            () =>
            {
                for (var round = 0; round < 20; round++)
                {
                    var interp = runtime.CreateInterpreter();
                    var guard = interp.Guard();
                    interp.Prepare("n", round);
                    interp.Run(static (tstate, queue) => queue.Put(tstate, 1), queue);
                    var thread = interp.StartThread(tstate => tstate.Interp.AddPendingCall(call => Assert.NotEmpty(call.Interp.Runtime.Interpreters)));
                    Assert.True(thread.Join(Harness.Patience));
                    queue.Get();
                    interp.Enter(tstate => tstate.Interp.AtExit(closing => Assert.NotEmpty(closing.Interp.Runtime.Interpreters)));
                    guard.Release();
                    Assert.Empty(interp.Close(new CloseOptions()).Errors);
                }
            },
            3)]);
        using (runtime.StopTheWorld()) Assert.Equal([runtime.Main], runtime.Interpreters);
    }
}
