using ExplicitContext;

class Counter
{
    private readonly object sync = new();

    [GuardedBy(nameof(sync))]
    private int count;

    internal void Add()
    {
        lock (sync) count++;
    }

    internal int Count => [|count|];
}
