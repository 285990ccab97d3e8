namespace ExplicitContext.Runtime.Tests;

/// <summary>What a test and stateless code inside an interpreter both hold: signals to wait for, and notes.</summary>
internal sealed class Probe : ICrossesByReference
{
    private readonly List<string> notes = [];

    /// <summary>What the code awaits, and the test ends. Ending it resumes the code on no thread of the test.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>As <see cref="Gate"/>, but whoever ends it resumes the code, where that can be resumed in place.</summary>
    public TaskCompletionSource OnTheSpot { get; } = new();

    /// <summary>Set by the code when it has come somewhere.</summary>
    public ManualResetEventSlim Reached { get; } = new();

    /// <summary>Holds up code that blocks.</summary>
    public ManualResetEventSlim Blocker { get; } = new();

    public IReadOnlyList<string> Notes
    {
        get
        {
            lock (notes) return [.. notes];
        }
    }

    public void Note(string what)
    {
        lock (notes) notes.Add(what);
    }
}
