using System.Diagnostics;
using Benchmarks.Measuring;

namespace Benchmarks.Links;

/// <summary>Counts how many messages a second go from one thread to another.</summary>
internal static class OneWay
{
    private const int Messages = 1_000_000;
    private const int Runs = 3;

    /// <summary>Messages a second, the best of a few runs after a warm-up: in the others, somebody else had a core.</summary>
    public static Figure Between(Func<Link> create)
    {
        Run(create, Messages / 5);
        return Figure.Rate(Enumerable.Range(0, Runs).Max(_ => Run(create, Messages)));
    }

    private static double Run(Func<Link> create, int messages)
    {
        using var link = create();
        using var start = new Barrier(2);
        var began = 0L;
        var ended = 0L;
        Crew.Run(2, party => link.Join(party, end =>
        {
            start.SignalAndWait();
            if (party == 0)
            {
                began = Stopwatch.GetTimestamp();
                for (var i = 0; i < messages; i++) end.Send(i);
            }
            else
            {
                for (var i = 0; i < messages; i++)
                {
                    if (end.Receive() != i) throw new InvalidOperationException($"Message {i} is missing or out of order.");
                }

                ended = Stopwatch.GetTimestamp();
            }
        }));
        return messages / Stopwatch.GetElapsedTime(began, ended).TotalSeconds;
    }
}
