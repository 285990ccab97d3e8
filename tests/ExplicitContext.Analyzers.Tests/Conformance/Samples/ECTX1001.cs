class Walker
{
    int Depth(Engine engine) => [|Engine.Current|].Seed;
}
