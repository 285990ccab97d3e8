using System.Diagnostics;
using System.Threading.Channels;
using Benchmarks.Measuring;

namespace Benchmarks.Links;

/// <summary>Times round trips: one party sends, the other one sends back.</summary>
internal static class PingPong
{
    private const int WarmUp = 5_000;
    private const int Count = 20_000;

    /// <summary>Nanoseconds of each round trip between two threads that block.</summary>
    public static Samples Between(Link link)
    {
        Samples? times = null;
        using (link)
        {
            Crew.Run(2, party => link.Join(party, end =>
            {
                if (party == 0) times = OneByOne.Measure(WarmUp, Count, () => Ping(end));
                else Pong(end);
            }));
        }

        return times!;
    }

    /// <summary>The same between two tasks, where nobody blocks.</summary>
    public static async Task<Samples> BetweenTasks()
    {
        var there = Channel.CreateUnbounded<int>();
        var back = Channel.CreateUnbounded<int>();
        var echo = Task.Run(async () =>
        {
            for (var i = 0; i < WarmUp + Count; i++) await back.Writer.WriteAsync(await there.Reader.ReadAsync());
        });
        var times = new double[Count];
        for (var i = -WarmUp; i < Count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await there.Writer.WriteAsync(i);
            await back.Reader.ReadAsync();
            if (i >= 0) times[i] = (Stopwatch.GetTimestamp() - start) * 1e9 / Stopwatch.Frequency;
        }

        await echo;
        return new Samples(times);
    }

    private static void Ping(IParty end)
    {
        end.Send(1);
        end.Receive();
    }

    private static void Pong(IParty end)
    {
        for (var i = 0; i < WarmUp + Count; i++) end.Send(end.Receive());
    }
}
