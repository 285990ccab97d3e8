namespace ExplicitContext.Runtime.Tests;

/// <summary>A thousand threads that run in one interpreter and close it, round after round. EXPLICIT_CONTEXT_ROUNDS says how many.</summary>
[Collection(nameof(Alone))]
public sealed class CloseStressTests : IDisposable
{
    private const int Threads = 1000;
    private const int SmallStack = 256 * 1024;

    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly int rounds = SearchSettings.FromEnvironment().Rounds ?? 10;

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void FIN_09_HalfOfThemRunAndHalfOfThemClose_OneCloseWinsEveryRound() => Rounds((interp, number) =>
    {
        if (number % 2 == 0)
        {
            Run(interp);
            return false;
        }

        return CloseInTheEnd(interp);
    });

    [Fact]
    public void STR_07_AllOfThemRunAndClose_OneCloseWinsEveryRound() => Rounds((interp, _) =>
    {
        Run(interp);
        return CloseInTheEnd(interp);
    });

    private static void Run(InterpreterState interp)
    {
        try
        {
            Assert.Equal(7, interp.Call(static tstate =>
            {
                tstate.CheckBreaker();
                return 7;
            }));
        }
        catch (InterpreterAlreadyRunningException error)
        {
            Assert.Equal(interp.Id, error.Interpreter);
        }
        catch (InterpreterFinalizingException error)
        {
            Assert.Equal(interp.Id, error.Interpreter);
        }
    }

    /// <summary>Closes, as soon as no run goes on.</summary>
    private static bool CloseInTheEnd(InterpreterState interp)
    {
        while (true)
        {
            try
            {
                return interp.Close();
            }
            catch (InterpreterAlreadyRunningException)
            {
                Thread.Yield();
            }
        }
    }

    private void Rounds(Func<InterpreterState, int, bool> act)
    {
        var interp = runtime.CreateInterpreter();
        var wins = new int[rounds];
        using var start = new Barrier(Threads, _ => interp = runtime.CreateInterpreter());
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() => Loop(number), SmallStack) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        Assert.All(threads, thread => Assert.True(thread.Join(TimeSpan.FromMinutes(10)), "A thread did not come to its end."));

        Assert.Empty(failures);
        Assert.All(wins, count => Assert.Equal(1, count));
        Assert.Equal(2, runtime.Interpreters.Count);

        void Loop(int number)
        {
            for (var round = 0; round < rounds; round++)
            {
                var mine = Volatile.Read(ref interp);
                try
                {
                    if (act(mine, number)) Interlocked.Increment(ref wins[round]);
                }
                catch (Exception error)
                {
                    failures.Enqueue(error);
                }

                start.SignalAndWait();
            }
        }
    }
}
