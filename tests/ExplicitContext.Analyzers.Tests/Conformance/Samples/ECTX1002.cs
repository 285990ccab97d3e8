class Walker
{
    int Depth() => [|Engine.Current|].Seed;
}
