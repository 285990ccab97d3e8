namespace ExplicitContext.Runtime.Tests;

/// <summary>Two interpreters that use one channel at once: what they see must be what they could see one after the other.</summary>
internal static class ChannelRaces
{
    /// <summary>The steps of one thread beside the steps of another.</summary>
    /// <param name="runtime">Where.</param>
    /// <param name="pending">How many items the first interpreter has sent before.</param>
    /// <param name="ones">What the first interpreter does.</param>
    /// <param name="others">What the second interpreter does meanwhile.</param>
    public static Race Steps(RuntimeState runtime, int pending, ChannelStep[] ones, ChannelStep[] others)
    {
        var interps = new[] { runtime.CreateInterpreter(), runtime.CreateInterpreter() };
        var (send, receive) = runtime.CreateChannel<int>();
        for (var i = 0; i < pending; i++) Do(interps[0], [new ChannelStep("use", "send", 0)], i);
        var seen = new string[2];
        return new Race(
            () => seen[0] = Do(interps[0], ones, 10),
            () => seen[1] = Do(interps[1], others, 20))
        {
            Check = () =>
            {
                var outcome = $"{seen[0]} | {seen[1]} | {Show()}";
                var possible = Possible(pending, ones, others);
                Assert.True(possible.Contains(outcome), $"With {pending} pending, {string.Join(", ", ones)} beside {string.Join(", ", others)} gives\n{outcome}\nwhich is none of\n{string.Join('\n', possible)}");
                send.Destroy();
                foreach (var interp in interps) Assert.True(interp.Close());
            },
        };

        string Do(InterpreterState interp, ChannelStep[] steps, int value) => interp.Enter(tstate => string.Join(", ", Atoms(steps).Select((step, index) => ChannelDriver.Do(tstate, send, receive, step, value + index))));

        string Show() => $"send {Users(send)}, receive {Users(receive)}, {send.Count} items, {(runtime.Channels.Contains(send.Id) ? "listed" : "not listed")}";

        string Users(ChannelEnd end) => end.IsClosed ? "closed" : $"[{string.Join(' ', end.Interpreters.Select(interp => Array.IndexOf(interps, interp)).Order())}]";
    }

    /// <summary>What the model says comes out of every order of the steps.</summary>
    private static HashSet<string> Possible(int pending, ChannelStep[] ones, ChannelStep[] others)
    {
        var (first, second) = (Atoms(ones).ToArray(), Atoms(others).ToArray());
        var outcomes = new HashSet<string>();
        for (var order = 0; order < 1 << (first.Length + second.Length); order++)
        {
            if (int.PopCount(order) != second.Length) continue;
            var model = new ChannelModel();
            for (var i = 0; i < pending; i++) model.Do(new ChannelStep("use", "send", 0), i);
            var seen = new[] { new List<string>(), new List<string>() };
            for (var i = 0; i < first.Length + second.Length; i++)
            {
                var who = (order >> i) & 1;
                var index = seen[who].Count;
                seen[who].Add(model.Do((who == 0 ? first : second)[index], (who == 0 ? 10 : 20) + index));
            }

            outcomes.Add($"{string.Join(", ", seen[0])} | {string.Join(", ", seen[1])} | {Sorted(model.Show())}");
        }

        return outcomes;
    }

    /// <summary>To use both ends is to send and then to receive: another one may come between.</summary>
    private static IEnumerable<ChannelStep> Atoms(ChannelStep[] steps) => steps.SelectMany(step =>
        step is { What: "use", Ends: "both" } ? new[] { step with { Ends = "send" }, step with { Ends = "receive" } } : [step]);

    private static string Sorted(string shown) => shown.Replace("[1 0]", "[0 1]", StringComparison.Ordinal);
}
