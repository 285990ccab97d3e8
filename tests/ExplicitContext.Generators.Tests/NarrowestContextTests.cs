using ExplicitContext.Testing;

namespace ExplicitContext.Generators.Tests;

/// <summary>An overload takes the widest context that covers what it needs, so that as many callers as possible have one.</summary>
public class NarrowestContextTests
{
    private const string World = """
        using ExplicitContext;

        namespace Sample;

        [InterpreterState] public sealed class Interp { public int Limit => 3; public Options Options { get; } = new(); }
        [ThreadState] public sealed class Tstate
        {
            private static readonly Tstate current = new();
            public static int Reads { get; private set; }
            public Interp Interp { get; } = new();
            public int Id => 7;
            [AmbientAccessor] public static Tstate Current { get { Reads++; return current; } }
            [AmbientAccessor(ReplacedBy = "tstate.Interp.Options")] public static Options Options { get { Reads++; return current.Interp.Options; } }
        }
        public sealed class Options { public int Depth => 5; }
        """;

    [Theory]
    [InlineData("[PassContext] public static int M() => Tstate.Current.Interp.Limit;", "M(Interp interp) => interp.Limit;")]
    [InlineData("[PassContext] public static int M() => Tstate.Options.Depth;", "M(Interp interp) => interp.Options.Depth;")]
    [InlineData("[PassContext] public static int M() { var interp = Tstate.Current.Interp; return interp.Limit + N(); } static int N() => Tstate.Options.Depth;", "return interp.Limit + N(interp);")]
    [InlineData("[PassContext] public static int M() => N() + Tstate.Current.Id; static int N() => Tstate.Current.Interp.Limit;", "M(Tstate tstate) => N(tstate.Interp) + tstate.Id;")]
    [InlineData("[PassContext] public static int M() => Tstate.Current.Interp.Limit + Tstate.Current.Id;", "M(Tstate tstate) => tstate.Interp.Limit + tstate.Id;")]
    public void DerivedContext_IsTheOneThatIsTaken(string members, string generated)
    {
        var run = GeneratorTest<ContextOverloadGenerator>.Run(new(new CSharpSource(World, "World.cs"), new CSharpSource(
            $"using ExplicitContext;\nnamespace Sample;\npublic static partial class Demo\n{{\n    {members}\n    public static int Run() {{ var tstate = Tstate.Current; return M(tstate{(generated.Contains("Tstate tstate", StringComparison.Ordinal) ? "" : ".Interp")}) - M() + Tstate.Reads * 100; }}\n}}\n", "Code.cs")));

        Assert.Contains(generated, run.Sources["Code.Context.g.cs"], StringComparison.Ordinal);
        Assert.Equal(["Code.Context.g.cs"], run.Sources.Keys);
        using var program = new CompiledProgram(run.Output);
        program.Call("Sample.Demo", "Run");
    }
}
