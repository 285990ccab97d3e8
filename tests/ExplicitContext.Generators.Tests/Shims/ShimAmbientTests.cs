using ExplicitContext.Testing;

namespace ExplicitContext.Generators.Tests.Shims;

/// <summary>Where the ambient comes from, and what happens where there is none (row 88).</summary>
public class ShimAmbientTests
{
    [Fact]
    public void TheShippedStates_AreFound() => Assert.Contains(
        "Id() => Id(InterpreterState.Current);",
        TextOf("using ExplicitContext; using ExplicitContext.Runtime; public static partial class Api { [ContextEntry] public static partial long Id(); static long Id(InterpreterState interp) => interp.Id.Value; [ContextEntry] public static partial long Thread(); static long Thread(ThreadState tstate) => tstate.Id; }"),
        StringComparison.Ordinal);

    [Fact]
    public void ATextFile_DeclaresContextAndAccessor()
    {
        var project = new TestProject("namespace Old; public class Host { public string Name = \"host\"; } public static class Ambient { public static Host Now { get; } = new(); } public static partial class Api { [ExplicitContext.ContextEntry] public static partial string M(int x); static string M(Host host, int x) => host.Name + x; public static string Run() => M(1); }")
            .WithContextFile("T:Old.Host; context; scope=host\nP:Old.Ambient.Now\n");
        using var program = new CompiledProgram(GeneratorTest<ShimGenerator>.Run(project).Output);

        Assert.Equal("host1", program.Call("Old.Api", "Run"));
    }

    [Fact]
    public void AnAccessorOfAnotherType_IsFoundWhereTheContextHasNone() => Assert.Equal("other|", ShimWorld.Run<ShimGenerator>(ShimWorld.File(
        """
        [ContextType("other")] public class Other { public string Name => "other"; }
        public static class Ambient { [AmbientAccessor] public static Other Other = new(); }
        public static partial class Api { [ContextEntry] public static partial string M(); static string M(Other other) => other.Name; public static string Run() => M(); }
        """)));

    [Theory]
    [InlineData("Engine.Spare", "spare|")]
    [InlineData("Engine.Find()", "found|")]
    [InlineData("Sample.Engine.Find", "found|")]
    [InlineData("Elsewhere.Engine", "elsewhere|")]
    public void TheAttribute_SaysWhichAccessor(string ambient, string expected) => Assert.Equal(expected, ShimWorld.Run<ShimGenerator>(new TestProject(
        $$"""
        using ExplicitContext;
        namespace Sample;
        [ContextType("engine")] public class Engine(string name)
        {
            public static System.Collections.Generic.List<string> Reads { get; } = [];
            [AmbientAccessor] public static Engine Current { get; } = new("current");
            [AmbientAccessor] public static Engine Spare { get; } = new("spare");
            [AmbientAccessor] public static Engine Find() => new("found");
            public string Name => name;
        }
        public static class Elsewhere { [AmbientAccessor] public static Engine Engine => new("elsewhere"); }
        public static partial class Api { [ContextEntry(Ambient = "{{ambient}}")] public static partial string M(); static string M(Engine engine) => engine.Name; public static string Run() => M(); }
        """)));

    [Fact]
    public void TheAttribute_SaysWhichContext() => Assert.Equal("other|", ShimWorld.Run<ShimGenerator>(ShimWorld.Members(
        """
        [ContextEntry(Ambient = "Other.Current")] public static partial string M();
        static string M(Engine engine) => "engine";
        static string M(Other other) => "other";
        public static string Run() => M();
        [ContextType("other")] public class Other { [AmbientAccessor] public static Other Current { get; } = new(); }
        """)));

    [Theory]
    [InlineData("enable", "Maybe?", "Maybe maybe", true)]
    [InlineData("enable", "Maybe?", "Maybe? maybe", false)]
    [InlineData("enable", "Maybe", "Maybe maybe", false)]
    [InlineData("disable", "Maybe", "Maybe maybe", false)]
    public void ANullAmbient_IsRefusedByNameWhereTheTypesSaySo_ElseHandedOn(string nullable, string yielded, string parameter, bool isRefused)
    {
        using var program = new CompiledProgram(GeneratorTest<ShimGenerator>.Run(
            $$"""
            #nullable {{nullable}}
            using ExplicitContext;
            [ContextType("maybe")] public class Maybe { [AmbientAccessor] public static {{yielded}} Current => null!; }
            public static partial class Api { [ContextEntry] public static partial bool M(); static bool M({{parameter}}) => maybe is null; public static bool Run() => M(); }
            """).Output);

        if (isRefused) Assert.Equal("There is no ambient 'Maybe': 'Maybe.Current' is null.", Assert.Throws<InvalidOperationException>(() => program.Call("Api", "Run")).Message);
        else Assert.Equal(true, program.Call("Api", "Run"));
    }

    [Fact]
    public void WhereNamesMeanSomethingElse_TheyAreWrittenInFull() => Assert.Equal("ambient7|ambient", ShimWorld.Run<ShimGenerator>(ShimWorld.Members(
        """
        public class Inner { public static int Engine => 0; }
        [ContextEntry] public static partial string M(int Engine);
        static string M(Engine engine, int Engine) => engine.Name + Engine;
        public static string Run() => M(7);
        """)));

    private static string TextOf(TestProject project) => Assert.Single(GeneratorTest<ShimGenerator>.Run(project).Sources).Value;
}
