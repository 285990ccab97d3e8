using ExplicitContext.Runtime;

static class Starter
{
    static void Start(InterpreterState interp, int seed) => interp.Run([|tstate => seed.ToString()|]);
}
