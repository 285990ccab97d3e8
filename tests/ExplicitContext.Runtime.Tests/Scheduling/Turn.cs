namespace ExplicitContext.Runtime.Tests;

/// <summary>The right to run, which is handed from thread to thread. A turn that is given early is kept.</summary>
internal sealed class Turn : IDisposable
{
    // Between giving the turn away and getting it back on another processor lies less than a microsecond. Whoever has not got it by then sleeps, because on
    // a busy machine spinning, and more so yielding, only keeps the processor from the one who has the turn.
    private const int Spins = 4;

    private readonly AutoResetEvent signal = new(false);
    private int state;

    public void Give()
    {
        if (Interlocked.Exchange(ref state, State.Given) == State.Asleep) signal.Set();
    }

    public void Await() => Await(Timeout.InfiniteTimeSpan);

    /// <summary>Waits for the turn.</summary>
    /// <returns>False where the patience was at its end first.</returns>
    public bool Await(TimeSpan patience)
    {
        for (var spin = 0; spin < Spins && Volatile.Read(ref state) != State.Given; spin++) Thread.SpinWait(10);
        if (Interlocked.CompareExchange(ref state, State.Asleep, State.None) == State.None && !signal.WaitOne(patience)) return false;
        Volatile.Write(ref state, State.None);
        return true;
    }

    public void Dispose() => signal.Dispose();

    private static class State
    {
        public const int None = 0;
        public const int Asleep = 1;
        public const int Given = 2;
    }
}
