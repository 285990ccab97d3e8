namespace ExplicitContext.Runtime.Tests;

/// <summary>What threads do with the lock of one interpreter.</summary>
internal static class LockRaces
{
    /// <summary>Three threads that enter, are asked to give way, and leave.</summary>
    public static Race EnterAndExit(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var oracle = new InsideOracle(interp);
        return new Race(Visit, Visit, Visit)
        {
            AreAlike = true,
            WhenIdle = oracle.WhenIdle,
            Check = () =>
            {
                oracle.AssertLeft();
                Assert.Equal(6, oracle.Visits);
                Assert.True(interp.Close());
            },
        };

        void Visit() => interp.Enter(tstate =>
        {
            oracle.Work(tstate);
            tstate.CheckBreaker();
            oracle.Work(tstate);
        });
    }
}
