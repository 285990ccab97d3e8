using System.Globalization;

namespace Samples.Tests;

/// <summary>What only the migrated sample can do.</summary>
public sealed class ParallelTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ISample sample = new MigratedSample();

    [Fact]
    public void Engines_OnThreadsOfTheirOwn_AllPrintWhatIsExpected()
    {
        var scripts = ScriptFile.All.ToList();
        var expected = string.Concat(scripts.Select(script => script.Expected));

        var outputs = OnThreads(8, _ => string.Concat(scripts.Select(script => script.RunIn(sample))));

        Assert.All(outputs, output => Assert.Equal(expected, output));
    }

    [Fact]
    public void Engines_RunAtTheSameTime()
    {
        using var meeting = new Barrier(2);

        var met = OnThreads(2, _ =>
        {
            using var engine = sample.CreateEngine();
            engine.Define("meet", _ => meeting.SignalAndWait(Patience) ? 1 : 0);
            return engine.Run("return meet(0);");
        });

        Assert.Equal(["1", "1"], met);
    }

    [Fact]
    public void ThreadsOfOneEngine_TakeTurns()
    {
        using var engine = sample.CreateEngine();
        var inside = 0;
        engine.Define("enter", _ =>
        {
            var others = Interlocked.Increment(ref inside) - 1;
            Thread.Sleep(1);
            Interlocked.Decrement(ref inside);
            return others;
        });

        var met = OnThreads(4, _ => engine.Run("let met = 0; for i in range(0, 20) { met = met + enter(i); } return met;"));

        Assert.Equal(["0", "0", "0", "0"], met);
    }

    [Fact]
    public void ThreadsOfOneEngine_HaveCallStacksOfTheirOwn()
    {
        using var engine = sample.CreateEngine(new EngineSettings { RecursionLimit = 40 });
        engine.Run("fn down(n) { if n == 0 { return 0; } return 1 + down(n - 1); }");

        var depths = OnThreads(4, _ => engine.Run("let sum = 0; for i in range(0, 100) { sum = down(30); } return sum;"));

        Assert.Equal(["30", "30", "30", "30"], depths);
    }

    [Fact]
    public void Engines_AtOnce_KeepTheirGlobalsApart()
    {
        var results = OnThreads(4, thread =>
        {
            using var engine = sample.CreateEngine();
            engine.SetGlobal("start", thread * 1000);
            return engine.Run("let sum = start; for i in range(0, 1000) { sum = sum + 1; } return sum;");
        });

        Assert.Equal(["1000", "2000", "3000", "4000"], results);
    }

    [Fact]
    public void HostFunctions_AtOnce_SeeTheirOwnEngine()
    {
        var results = OnThreads(4, thread =>
        {
            using var engine = sample.CreateEngine();
            engine.SetGlobal("mine", thread);
            engine.Define("ask", _ => engine.IsCurrent ? double.Parse(sample.Evaluate("mine"), CultureInfo.InvariantCulture) : -1);
            return engine.Run("let sum = 0; for i in range(0, 50) { sum = sum + ask(i); } return sum;");
        });

        Assert.Equal(["0", "50", "100", "150"], results);
    }

    private static string[] OnThreads(int count, Func<int, string> run)
    {
        using var start = new Barrier(count);
        var results = new string[count];
        var threads = Enumerable.Range(0, count).Select(i => new Thread(() =>
        {
            start.SignalAndWait(Patience);
            try
            {
                results[i] = run(i);
            }
            catch (Exception error)
            {
                results[i] = error.ToString();
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return results;
    }
}
