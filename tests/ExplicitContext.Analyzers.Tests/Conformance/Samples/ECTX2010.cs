class Walker
{
    internal virtual int Depth(int from) => from;

    internal virtual int Depth(Engine engine, int from) => from + engine.Seed;
}

class DeepWalker : Walker
{
    internal override int [|Depth|](int from) => from + 1;
}
