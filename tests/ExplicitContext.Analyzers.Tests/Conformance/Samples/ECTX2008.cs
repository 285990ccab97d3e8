class Walker
{
    internal int Depth(Engine [|engine|], int depth) => depth + 1;
}
