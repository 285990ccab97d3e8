namespace ExplicitContext.Runtime.Tests;

/// <summary>FIN: closing that races with whatever else is done, on threads that start together.</summary>
public sealed class ClosingRacesTests : IDisposable
{
    private const int Rounds = 300;

    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void FIN_09_OfARunAndAClosingThatRace_ExactlyOneWins()
    {
        var interp = runtime.CreateInterpreter();
        var (runs, closings) = (0, 0);
        using var decided = new Barrier(2);
        using var start = new Barrier(2, _ => interp = runtime.CreateInterpreter());
        Harness.InParallel(
            () =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    start.Meet("the closing thread");
                    try
                    {
                        interp.Run(static (_, decided) => decided.Barrier.Meet("the closing to be decided"), new Crossable(decided));
                        runs++;
                    }
                    catch (InterpreterFinalizingException error)
                    {
                        Assert.Equal(interp.Id, error.Interpreter);
                        decided.Meet("the closing to be decided");
                    }

                    start.Meet("the end of the round");
                }
            },
            () =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    start.Meet("the running thread");
                    var closed = false;
                    try
                    {
                        closed = interp.Close();
                        Assert.True(closed);
                        closings++;
                    }
                    catch (InterpreterAlreadyRunningException error)
                    {
                        Assert.Equal(interp.Id, error.Interpreter);
                    }

                    decided.Meet("the run, or its refusal");
                    start.Meet("the end of the round");
                    Assert.Equal(round + 1, runs + closings);
                }
            });

        Assert.Equal(Rounds, runs + closings);
    }

    [Fact]
    public void FIN_09_10_11_RunningClosingAndListingAtOnce_ExactlyOneCloseWins_AndLosersGetTypedErrors()
    {
        var interps = new InterpreterState[Rounds];
        var wins = new int[Rounds];
        using var start = new Barrier(8, barrier => interps[Math.Min(barrier.CurrentPhaseNumber, Rounds - 1)] = runtime.CreateInterpreter());
        Harness.InParallel([.. Enumerable.Range(0, 8).Select<int, Action>(number => () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                start.Meet("all threads of the round");
                var interp = interps[round];
                try
                {
                    switch (number)
                    {
                        case 0: interp.Run(static tstate => tstate.CheckBreaker()); break;
                        case 1: interp.Prepare("name", 1); break;
                        case 2: _ = interp.IsRunning; break;
                        case 3: _ = runtime.Interpreters.Count(each => each.Phase == InterpreterPhase.Ready); break;
                        case 4: interp.Enter(tstate => tstate.AllowThreads().Dispose()); break;
                        default:
                            while (interp.Phase == InterpreterPhase.Ready && !TryClose(interp, ref wins[round])) Thread.Yield();
                            break;
                    }
                }
                catch (InterpreterException error) when (error is InterpreterFinalizingException or InterpreterAlreadyRunningException)
                {
                    Assert.Equal(interp.Id, error.Interpreter);
                }
            }
        })]);

        Assert.All(wins, count => Assert.Equal(1, count));
        Assert.All(interps, interp => Assert.Equal(InterpreterPhase.Closed, interp.Phase));
    }

    [Fact]
    public void FIN_10_OfClosingsThatRace_OneCloses_AndTheOthersLearnThatItIsClosedAlready()
    {
        var interp = runtime.CreateInterpreter();
        var outcomes = new CloseOutcome[4];
        using var start = new Barrier(4, _ => interp = runtime.CreateInterpreter());
        using var end = new Barrier(4, _ => Assert.Equal(
            [CloseOutcome.Closed, CloseOutcome.AlreadyClosed, CloseOutcome.AlreadyClosed, CloseOutcome.AlreadyClosed],
            outcomes.Order()));
        Harness.InParallel([.. Enumerable.Range(0, 4).Select<int, Action>(number => () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                start.Meet("all threads of the round");
                outcomes[number] = interp.Close(new CloseOptions()).Outcome;
                end.Meet("all threads to have closed");
            }
        })]);
        Assert.Equal(1, runtime.Interpreters.Count(each => each.Phase == InterpreterPhase.Ready && each == runtime.Main));
    }

    private static bool TryClose(InterpreterState interp, ref int wins)
    {
        try
        {
            if (interp.Close()) Interlocked.Increment(ref wins);
            return true;
        }
        catch (InterpreterAlreadyRunningException)
        {
            return false;
        }
    }

    private sealed class Crossable(Barrier barrier) : ICrossesByReference
    {
        public Barrier Barrier { get; } = barrier;
    }
}
