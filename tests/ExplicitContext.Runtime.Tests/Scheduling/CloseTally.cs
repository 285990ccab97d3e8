namespace ExplicitContext.Runtime.Tests;

/// <summary>Counts what came of closing one interpreter several times, and that what closing does was done once.</summary>
internal sealed class CloseTally
{
    private readonly InterpreterState interp;
    private readonly List<string> steps = [];
    private int exits;

    public CloseTally(InterpreterState interp)
    {
        this.interp = interp;
        interp.Enter(tstate => tstate.Interp.AtExit(_ => exits++));
        interp.AddAuditHook(happened => steps.Add(happened.Name));
    }

    /// <summary>How many closes said that they had closed it.</summary>
    public int Closed { get; private set; }

    /// <summary>How many closes were refused because a run went on.</summary>
    public int Refused { get; private set; }

    /// <summary>How many closes gave up waiting.</summary>
    public int Blocked { get; private set; }

    /// <summary>Closes, and waits for as long as it takes.</summary>
    public void Close() => Close(new CloseOptions());

    public void Close(CloseOptions options)
    {
        try
        {
            var result = interp.Close(options);
            Assert.Empty(result.Errors);
            switch (result.Outcome)
            {
                case CloseOutcome.Closed:
                    Closed++;
                    Assert.Equal(InterpreterPhase.Closed, interp.Phase);
                    break;
                case CloseOutcome.Blocked:
                    Blocked++;
                    Assert.NotEmpty(result.Blockers);
                    break;
            }
        }
        catch (InterpreterAlreadyRunningException error)
        {
            Assert.Equal(interp.Id, error.Interpreter);
            Refused++;
        }
    }

    /// <summary>Closes at last, unless that was done, and finds all done once.</summary>
    public void AssertClosedOnce()
    {
        if (Closed == 0) Close();
        Assert.Equal(1, Closed);
        Assert.Equal(InterpreterPhase.Closed, interp.Phase);
        Assert.DoesNotContain(interp, interp.Runtime.Interpreters);
        Assert.Equal(1, exits);
        Assert.Equal(1, steps.Count(step => step == "interpreter.cleared"));
        Assert.Equal(1, steps.Count(step => step == "interpreter.closed"));
        Assert.Null(interp.Gate.Holder);
        Assert.Equal(0, interp.Gate.WaiterCount);
        Assert.Equal(0, interp.Occupants.ThreadCount);
    }
}
