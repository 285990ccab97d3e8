class Walker
{
    internal void Walk() => [|Step|](1);

    private void Step(int by) => Step(Engine.Current, by);

    private void Step(Engine engine, int by) => engine.Seed += by;
}
