class Pair
{
    private readonly object first = new();
    private readonly object second = new();

    internal int One()
    {
        lock (first)
        lock (second)
            return 1;
    }

    internal int Two()
    {
        lock (second)
        lock ([|first|])
            return 2;
    }
}
