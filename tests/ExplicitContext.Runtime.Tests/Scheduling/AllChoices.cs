namespace ExplicitContext.Runtime.Tests;

/// <summary>
/// One schedule after the other, until all are done in which a thread that could have gone on has had to let another one go first, or a timeout came
/// early, no more than so many times.
/// </summary>
/// <remarks>Source: Musuvathi and Qadeer, Iterative context bounding for systematic testing of multithreaded programs (PLDI 2007).</remarks>
internal sealed class AllChoices(int mostPreemptions) : ISchedulingStrategy
{
    private readonly List<Node> path = [];
    private int depth;
    private int preemptions;

    /// <summary>Goes on to the next schedule.</summary>
    /// <returns>False where there is none.</returns>
    public bool MoveNext()
    {
        if (depth < path.Count) throw new InvalidOperationException("The scenario does not do the same under the same schedule: it ended earlier.");
        depth = 0;
        preemptions = 0;
        while (path.Count > 0)
        {
            var last = path[^1];
            path.RemoveAt(path.Count - 1);
            if (last.Chosen + 1 >= last.Affordable) continue;
            path.Add(last with { Chosen = last.Chosen + 1 });
            return true;
        }

        return false;
    }

    public int Choose(ReadOnlySpan<Choice> options, bool canStay)
    {
        if (depth == path.Count)
        {
            var affordable = 0;
            while (affordable < options.Length && preemptions + Cost(options, affordable, canStay) <= mostPreemptions) affordable++;
            path.Add(new Node(0, affordable, options.Length));
        }

        var node = path[depth++];
        if (node.Options != options.Length) throw new InvalidOperationException("The scenario does not do the same under the same schedule: other threads could go on.");
        preemptions += Cost(options, node.Chosen, canStay);
        return node.Chosen;
    }

    private static int Cost(ReadOnlySpan<Choice> options, int index, bool canStay) =>
        canStay ? (index == 0 ? 0 : 1) : (options[index].IsTimeout && !options[0].IsTimeout ? 1 : 0);

    private readonly record struct Node(int Chosen, int Affordable, int Options);
}
