class Walker
{
    internal int Depth(Engine? engine) => (engine ?? [|Engine.Current|]).Seed;
}
