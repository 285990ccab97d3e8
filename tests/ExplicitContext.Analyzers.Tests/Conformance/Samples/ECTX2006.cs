class Walker
{
    internal int Depth(Engine [|e|]) => e.Seed;
}
