using System.Collections.Concurrent;

namespace ExplicitContext.Runtime.Tests;

/// <summary>RTM: the list of interpreters, and who may wait for its lock.</summary>
public sealed class RegistryTests
{
    [Fact]
    public void RTM_07_SnapshotsTakenWhileThreadsCreateAndClose_HoldOnlyWhatWasAlive_InOrderAndOnce()
    {
        using var runtime = RuntimeState.Initialize();
        using var stop = new CancellationTokenSource();
        var created = new ConcurrentDictionary<long, bool>();
        var closed = new ConcurrentDictionary<long, bool>();
        var watcher = Harness.Background.Start(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                var gone = closed.Keys.ToHashSet();
                var ids = runtime.Interpreters.Select(interp => interp.Id.Value).ToList();
                Assert.Equal(0, ids[0]);
                Assert.Equal(ids.Distinct().Order(), ids);
                Assert.DoesNotContain(ids, gone.Contains);
            }
        });

        Harness.InParallel([.. Enumerable.Repeat<Action>(
            () =>
            {
                for (var round = 0; round < 200; round++)
                {
                    var interp = runtime.CreateInterpreter();
                    Assert.True(created.TryAdd(interp.Id.Value, true));
                    Assert.Contains(interp, runtime.Interpreters);
                    Assert.True(interp.Close());
                    closed.TryAdd(interp.Id.Value, true);
                }
            },
            8)]);
        stop.Cancel();
        watcher.Join();

        Assert.Equal(8 * 200, created.Count);
        Assert.Equal([runtime.Main], runtime.Interpreters);
    }

    [Fact]
    public void RTM_09_NoCodeOfUsersRunsUnderALockOfTheLibrary()
    {
        using var locks = new HeldLocks();
        var runtime = RuntimeState.Initialize(new RuntimeOptions
        {
            LockObserver = locks,
            AuditHooks = [_ => locks.AssertNone()],
            OnLeak = _ => locks.AssertNone(),
        });
        var slot = new InterpreterSlot<Probe>(_ =>
        {
            locks.AssertNone();
            return new Probe(locks.AssertNone);
        });
        var interp = runtime.CreateInterpreter();
        interp.Enter(tstate =>
        {
            tstate.Interp.GetState(slot);
            tstate.Interp.AtExit(_ => locks.AssertNone());
            tstate.Interp.ClosingToken.Register(locks.AssertNone);
            tstate.Interp.AddPendingCall(_ => locks.AssertNone());
            tstate.CheckBreaker();
            tstate.Interp.AddPendingCall(_ => locks.AssertNone());
        });
        Assert.True(interp.StartThread(_ => locks.AssertNone()).Join(Harness.Patience));
        var before = locks.Checks;
        Assert.True(interp.Close());
        Assert.InRange(locks.Checks - before, 5, int.MaxValue);

        runtime.CreateInterpreter();
        runtime.AddMainThreadCall(_ => locks.AssertNone());
        runtime.Dispose();
    }

    [Fact]
    public void RTM_09_ExitFunctionsMayUseTheRegistry_AlsoOnOtherThreads()
    {
        using var runtime = RuntimeState.Initialize();
        var interp = runtime.CreateInterpreter();
        var seenByOther = 0;
        interp.Enter(tstate => tstate.Interp.AtExit(_ =>
            Harness.InParallel(() => seenByOther = runtime.Interpreters.Count, () => runtime.CreateInterpreter())));

        interp.Close();

        Assert.InRange(seenByOther, 2, 3);
    }

    private sealed class Probe(Action check) : IDisposable
    {
        public void Dispose() => check();
    }
}
