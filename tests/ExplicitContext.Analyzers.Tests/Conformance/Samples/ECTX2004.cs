class Walker
{
    internal int Walk(Engine engine) => engine.Seed + Depth([|new Engine()|]);

    private static int Depth(Engine engine) => engine.Seed;
}
