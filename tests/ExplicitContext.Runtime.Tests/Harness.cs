using System.Runtime.ExceptionServices;

namespace ExplicitContext.Runtime.Tests;

/// <summary>Threads and rendezvous that end a test with a message instead of hanging it.</summary>
internal static class Harness
{
    /// <summary>Far above what any rendezvous takes: it bounds a broken run, it measures nothing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs the actions on a thread each, all at once, and passes on the first failure.</summary>
    public static void InParallel(params Action[] actions)
    {
        var threads = actions.Select(Background.Start).ToArray();
        foreach (var thread in threads) thread.Join();
    }

    /// <summary>Runs from inside, beside a run that may go on: objects and exceptions pass as they are.</summary>
    public static void Enter(this InterpreterState interp, Action<ThreadState> action)
    {
        using (interp.Attach(out var tstate)) action(tstate);
    }

    /// <summary>As <see cref="Enter(InterpreterState, Action{ThreadState})"/>, with a result.</summary>
    public static T Enter<T>(this InterpreterState interp, Func<ThreadState, T> function)
    {
        using (interp.Attach(out var tstate)) return function(tstate);
    }

    /// <summary>As <see cref="Enter(InterpreterState, Action{ThreadState})"/>, with an argument.</summary>
    public static T Enter<TArg, T>(this InterpreterState interp, Func<ThreadState, TArg, T> function, TArg arg) =>
        interp.Enter(tstate => function(tstate, arg));

    /// <summary>That a member which returns a task throws before it does.</summary>
    public static T ThrowsAtOnce<T>(Func<object?> start)
        where T : Exception => Assert.Throws<T>(start);

    public static void Await(this ManualResetEventSlim signal, string what) =>
        Assert.True(signal.Wait(Patience), $"Waited {Patience.TotalSeconds} s in vain for: {what}");

    public static void Meet(this Barrier barrier, string what) =>
        Assert.True(barrier.SignalAndWait(Patience), $"Waited {Patience.TotalSeconds} s in vain for: {what}");

    /// <summary>Until a condition that another thread brings about holds.</summary>
    public static void Until(Func<bool> condition, string what) =>
        Assert.True(SpinWait.SpinUntil(condition, Patience), $"Waited {Patience.TotalSeconds} s in vain for: {what}");

    /// <summary>A thread whose failure is not lost.</summary>
    internal sealed class Background
    {
        private readonly Thread thread;
        private ExceptionDispatchInfo? failure;

        private Background(Action action) => thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception error)
            {
                failure = ExceptionDispatchInfo.Capture(error);
            }
        }) { IsBackground = true };

        public static Background Start(Action action)
        {
            var background = new Background(action);
            background.thread.Start();
            return background;
        }

        public void Join()
        {
            Assert.True(thread.Join(Patience), $"A thread did not end within {Patience.TotalSeconds} s.");
            failure?.Throw();
        }
    }
}
