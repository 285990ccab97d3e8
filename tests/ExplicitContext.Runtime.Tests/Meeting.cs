namespace ExplicitContext.Runtime.Tests;

/// <summary>Where a test waits for what goes on in an interpreter, and lets it go on. Crosses as it is.</summary>
internal sealed class Meeting : ICrossesByReference, IDisposable
{
    private readonly ManualResetEventSlim inside = new();
    private readonly ManualResetEventSlim goOn = new();

    /// <summary>Inside: waits until the test calls <see cref="GoOn"/>.</summary>
    public void Stay()
    {
        inside.Set();
        goOn.Await("the test to let the code inside go on");
    }

    /// <summary>Inside: tells the test that it has come this far.</summary>
    public void Tell() => inside.Set();

    public void AwaitInside() => inside.Await("the code inside");

    public void GoOn() => goOn.Set();

    public void Dispose()
    {
        inside.Dispose();
        goOn.Dispose();
    }
}
