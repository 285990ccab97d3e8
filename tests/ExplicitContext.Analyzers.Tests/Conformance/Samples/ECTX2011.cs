using System;

class Walker
{
    internal Func<Engine, int> Depth(Engine engine) => [|own|] => engine.Seed;
}
