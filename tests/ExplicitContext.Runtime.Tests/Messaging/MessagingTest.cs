using System.Buffers;

namespace ExplicitContext.Runtime.Tests;

/// <summary>A runtime with two interpreters for tests of queues and channels, which also checks the order of locks.</summary>
public abstract class MessagingTest : IDisposable
{
    protected static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    internal MessagingTest(Func<RuntimeOptions, RuntimeOptions>? change = null)
    {
        var options = new RuntimeOptions { CheckLockOrder = true };
        Runtime = RuntimeState.Initialize(change?.Invoke(options) ?? options);
        A = Runtime.CreateInterpreter();
        B = Runtime.CreateInterpreter();
    }

    protected RuntimeState Runtime { get; }

    protected InterpreterState A { get; }

    protected InterpreterState B { get; }

    public virtual void Dispose()
    {
        Runtime.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Memory that counts how often it is released.</summary>
    internal sealed class Block : IMemoryOwner<byte>
    {
        private int released;

        public int Released => Volatile.Read(ref released);

        public Memory<byte> Memory { get; } = new byte[16];

        public void Dispose() => Interlocked.Increment(ref released);

        /// <summary>Sends the memory, and keeps no view of it.</summary>
        public void Send(Action<SharedBuffer> send)
        {
            using var view = SharedBuffer.FromOwner(this, 16);
            send(view);
        }
    }
}
