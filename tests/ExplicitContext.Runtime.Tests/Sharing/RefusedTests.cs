namespace ExplicitContext.Runtime.Tests;

/// <summary>What belongs to one interpreter for good.</summary>
public class RefusedTests
{
    public static TheoryData<object> Refused =>
    [
        new object(), new MemoryStream(), TextWriter.Null, Thread.CurrentThread, new ReaderWriterLockSlim(), new SemaphoreSlim(1), new ManualResetEvent(true), Task.CompletedTask,
        new TaskCompletionSource(), new CancellationTokenSource(), CancellationToken.None, new Lazy<int>(1), new InvalidOperationException(), new Random(1),
        new System.Text.StringBuilder(), new WeakReference(1), new System.Globalization.CultureInfo("de"), new Undeclared(1), new UndeclaredStruct(1),
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void SHR_10_OpenObjectsStreamsThreadsLocksAndTasks_AreRefused(object value)
    {
        Assert.False(Shareable.IsShareable(value));
        var error = Assert.Throws<NotShareableException>(() => Crossing.Send(value, null));
        Assert.Equal("value", error.Path);
        Assert.Equal(value.GetType(), error.Type);
        Assert.Throws<NotShareableException>(() => Crossing.Send((1, value), null));
        Assert.Throws<NotShareableException>(() => Crossing.Send(Shareable.Copy(new[] { value }), null));
    }

    [Fact]
    public void SHR_10_StaticallyTyped_TheyAreRefusedToo()
    {
        Assert.Throws<NotShareableException>(() => Crossing.Send(new Undeclared(1), null));
        Assert.Throws<NotShareableException>(() => Crossing.Send(new UndeclaredStruct(1), null));
        Assert.Throws<NotShareableException>(() => Crossing.Send(CancellationToken.None, null));
        Assert.Throws<NotShareableException>(() => Crossing.Send<UndeclaredStruct?>(new UndeclaredStruct(1), null));
    }

    [Fact]
    public void AThreadState_IsRefusedWithItsOwnReason()
    {
        using var runtime = RuntimeState.Initialize();
        using (runtime.Main.Attach(out var tstate))
            Assert.Contains("belongs to one thread", Assert.Throws<NotShareableException>(() => Crossing.Send((1, tstate), null)).Message);
    }

    [Fact]
    public void SHR_14_WhatDerivesFromAnImmutableTypeOfTheFramework_IsNotTakenForIt()
    {
        Assert.Same(Plain, Crossing.Send(Plain, null));
        Assert.Throws<NotShareableException>(() => Crossing.Send<Uri>(new Annotated("https://example.org"), null));
    }

    private static readonly Uri Plain = new("https://example.org");

    private sealed class Annotated(string text) : Uri(text)
    {
        public List<string> Notes { get; } = [];
    }

    private sealed record Undeclared(int X);

    private readonly record struct UndeclaredStruct(int X);
}
