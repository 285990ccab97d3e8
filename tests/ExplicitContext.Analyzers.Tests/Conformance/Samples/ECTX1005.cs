static class Limits
{
    private static readonly int seed = [|Engine.Current|].Seed;

    public static int Twice() => 2 * seed;
}
