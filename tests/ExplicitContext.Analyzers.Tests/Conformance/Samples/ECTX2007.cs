class Walker
{
    internal int Depth(Session [|session|]) => session.Engine.Seed;
}
