class Walker
{
    int Twice() => 2 * [|Depth|]();

    int Depth() => Engine.Current.Seed;
}
