class Frame
{
    private readonly Engine engine;

    private Frame(int depth) : this(depth, Engine.Current) { }

    private Frame(int depth, Engine engine) => this.engine = engine;

    internal static Frame Push(Engine engine) => new [|Frame|](engine.Seed);
}
