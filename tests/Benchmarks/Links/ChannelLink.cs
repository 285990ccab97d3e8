using System.Threading.Channels;

namespace Benchmarks.Links;

/// <summary>Two <see cref="Channel{T}"/>s, used by threads that block.</summary>
internal sealed class ChannelLink(Func<Channel<int>> create) : Link
{
    private readonly Channel<int>[] channels = [create(), create()];

    public override void Join(int party, Action<IParty> body) => body(new Party(channels[party].Writer, channels[1 - party].Reader));

    private sealed class Party(ChannelWriter<int> writer, ChannelReader<int> reader) : IParty
    {
        public void Send(int value)
        {
            while (!writer.TryWrite(value)) writer.WaitToWriteAsync().AsTask().GetAwaiter().GetResult();
        }

        public int Receive()
        {
            int value;
            while (!reader.TryRead(out value)) reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();
            return value;
        }
    }
}
