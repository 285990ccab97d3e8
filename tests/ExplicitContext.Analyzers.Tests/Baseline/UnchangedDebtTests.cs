using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Baseline;

/// <summary>Edits that leave the debt what it is: nothing is new, nothing is stale.</summary>
public sealed class UnchangedDebtTests
{
    private const string Before = """
        partial class C
        {
            static int Counter;
            int M(int x)
            {
                var seed = Engine.Current.Seed;
                return seed + Engine.Current.Seed + x;
            }
            int P => Engine.Current.Seed;
            void Count() => Counter++;
        }
        """;

    [Theory]
    [InlineData("the same", Before)]
    [InlineData("reformatted", """
        partial class C { static int Counter; int M(int x) { var seed =
        Engine
            .Current.Seed; return seed+Engine.Current.Seed+x; }
        int P   =>   Engine . Current . Seed ; void Count() => Counter++; }
        """)]
    [InlineData("lines moved down", "// one\n\n\n// two\n\n" + Before)]
    [InlineData("usings added", "using System;\nusing System.Linq;\nusing System.Collections.Generic;\n" + Before)]
    [InlineData("members reordered", """
        partial class C
        {
            int P => Engine.Current.Seed;
            void Count() => Counter++;
            int M(int x)
            {
                var seed = Engine.Current.Seed;
                return seed + Engine.Current.Seed + x;
            }
            static int Counter;
        }
        """)]
    [InlineData("locals and parameters renamed", """
        partial class C
        {
            static int Counter;
            int M(int other)
            {
                var number = Engine.Current.Seed;
                return number + Engine.Current.Seed + other;
            }
            int P => Engine.Current.Seed;
            void Count() => Counter++;
        }
        """)]
    [InlineData("statements reordered", """
        partial class C
        {
            static int Counter;
            int M(int x)
            {
                if (x > 0) return Engine.Current.Seed;
                return Engine.Current.Seed;
            }
            int P => Engine.Current.Seed;
            void Count() => Counter++;
        }
        """)]
    [InlineData("moved into a lambda and a local function", """
        partial class C
        {
            static int Counter;
            int M(int x)
            {
                System.Func<int> seed = () => Engine.Current.Seed;
                return seed() + Inner() + x;
                int Inner() => Engine.Current.Seed;
            }
            int P => Engine.Current.Seed;
            void Count() => Counter++;
        }
        """)]
    [InlineData("bodies written as expressions and back", """
        partial class C
        {
            static int Counter;
            int M(int x) => Engine.Current.Seed + Engine.Current.Seed + x;
            int P { get { return Engine.Current.Seed; } }
            void Count() { Counter++; }
        }
        """)]
    [InlineData("made public, static and async", """
        public partial class C
        {
            internal static int Counter;
            public static int M(int x)
            {
                var seed = Engine.Current.Seed;
                return seed + Engine.Current.Seed + x;
            }
            public static int P => Engine.Current.Seed;
            protected virtual void Count() => Counter++;
        }
        """)]
    [InlineData("clean members added", """
        partial class C
        {
            static int Counter;
            int M(int x)
            {
                var seed = Engine.Current.Seed;
                return seed + Engine.Current.Seed + x;
            }
            int M(string x) => x.Length;
            int P => Engine.Current.Seed;
            void Count() => Counter++;
            void Clean() { }
            class Nested { int P => 1; }
        }
        """)]
    [InlineData("attributes, documentation and regions added", """
        partial class C
        {
            /// <summary>Counts. See <see cref="Engine.Current"/>.</summary>
            [System.Obsolete] static int Counter;
            #region a region
            [System.Obsolete(nameof(Engine.Current))]
            int M([System.Diagnostics.CodeAnalysis.DisallowNull] int x)
            {
                var seed = Engine.Current.Seed;
                return seed + Engine.Current.Seed + x;
            }
            #endregion
            int P => Engine.Current.Seed;
            [System.Obsolete] void Count() => Counter++;
        }
        """)]
    public Task Edit_LeavesTheDebtWhatItIs(string edit, string after)
    {
        Assert.NotEmpty(edit);
        return BaselineRun.AssertSameDebtAsync(EngineProject.With(Before), EngineProject.With(after));
    }

    [Fact]
    public Task LineEnds_MakeNoDifferenceInTheSource() =>
        BaselineRun.AssertSameDebtAsync(EngineProject.With(Before.ReplaceLineEndings("\n")), EngineProject.With(Before.ReplaceLineEndings("\r\n")));

    [Fact]
    public async Task LineEnds_MakeNoDifferenceInTheBaseline()
    {
        var project = EngineProject.With(Before);
        var run = await BaselineRun.OfAsync(project, (await BaselineRun.RecordAsync(project)).ReplaceLineEndings("\r\n"));

        Assert.Empty(run.New);
        Assert.Empty(run.Stale);
        Assert.Equal(4, run.Recorded.Count());
    }

    [Fact]
    public Task PartialClassThatIsSplit_LeavesTheDebtWhatItIs() => BaselineRun.AssertSameDebtAsync(
        EngineProject.With(Before),
        World(
            new("partial class C { static int Counter; int P => Engine.Current.Seed; }", "C.cs"),
            new("partial class C { int M(int x) { var seed = Engine.Current.Seed; return seed + Engine.Current.Seed + x; } void Count() => Counter++; }", "C.More.cs")));

    [Theory]
    [InlineData("a/C.cs", "b/C.cs")]
    [InlineData("C.cs", "Renamed.cs")]
    [InlineData("C.cs", "deep/in/the/tree/Größe mit Leerzeichen.cs")]
    public Task FileThatIsMovedOrRenamed_LeavesTheDebtWhatItIs(string before, string after) =>
        BaselineRun.AssertSameDebtAsync(World(new CSharpSource(Before, before)), World(new CSharpSource(Before, after)));

    [Fact]
    public Task NamespaceWrittenOtherwise_LeavesTheDebtWhatItIs() => BaselineRun.AssertSameDebtAsync(
        EngineProject.With("namespace A.B { class C { int M() => Engine.Current.Seed; } }"),
        EngineProject.With("namespace A.B;\nclass C { int M() => Engine.Current.Seed; }"));

    [Fact]
    public Task TopLevelStatements_AreOneMember() => BaselineRun.AssertSameDebtAsync(
        Program("int Read() => One.Seed();\nRead();"),
        Program("using System;\nConsole.WriteLine(args.Length);\nint Other() => One.Seed();\nawait System.Threading.Tasks.Task.Yield();\nOther();\nreturn 0;"));

    [Theory]
    [InlineData("class C<T> { int M<U>(T t, System.Collections.Generic.List<U> u) => Engine.Current.Seed; int M<U, V>() => Engine.Current.Seed; }")]
    [InlineData("class C { int M() => Engine.Current.Seed; int M(int x) => Engine.Current.Seed; int M(ref int x) => Engine.Current.Seed; int M(int[] x, string? y = null) => Engine.Current.Seed; }")]
    [InlineData("interface I { int M(); int P { get; } } interface I<T> { int M(T t); } class C : I, I<string> { int I.M() => Engine.Current.Seed; int I.P => Engine.Current.Seed; int I<string>.M(string t) => Engine.Current.Seed; }")]
    [InlineData("class C { public static int operator +(C a, C b) => Engine.Current.Seed; public static implicit operator int(C c) => Engine.Current.Seed; public static explicit operator long(C c) => Engine.Current.Seed; public static bool operator true(C c) => Engine.Current.Seed > 0; public static bool operator false(C c) => false; }")]
    [InlineData("class C { int this[int i] { get => Engine.Current.Seed; set { _ = Engine.Current.Seed; } } int this[string s] => Engine.Current.Seed; }")]
    [InlineData("class C { class D<T> { class E { int M(T t) => Engine.Current.Seed; } struct S { int P { get { return Engine.Current.Seed; } } } } }")]
    [InlineData("class C { event System.Action A { add { _ = Engine.Current.Seed; } remove { _ = Engine.Current.Seed; _ = Engine.Current.Seed; } } }")]
    [InlineData("class C { int a = Engine.Current.Seed, b = Engine.Current.Seed; int P { get; } = Engine.Current.Seed; static readonly int s = Engine.Current.Seed; }")]
    [InlineData("class C { static int s; static C() { s = Engine.Current.Seed; } C() : this(Engine.Current.Seed) { } C(int x) { } ~C() { _ = Engine.Current.Seed; } }")]
    [InlineData("class B(int x) { protected int X => x; } class C(string s) : B(Engine.Current.Seed) { string S => s; } record R(int X) { int Y { get; } = Engine.Current.Seed; }")]
    [InlineData("partial class C { partial int M(int x = 1); int N() => M(); } partial class C { partial int M(int x) => Engine.Current.Seed + x; }", "public partial")]
    [InlineData("partial class C { private partial int P { get; set; } } partial class C { private partial int P { get => Engine.Current.Seed; set { _ = Engine.Current.Seed; } } }")]
    [InlineData("class Größe { int Maß() => Engine.Current.Seed; int 名前() => Engine.Current.Seed; int @class() => Engine.Current.Seed; int \\u0061b() => Engine.Current.Seed; }")]
    [InlineData("class C { async System.Threading.Tasks.Task<int> M() { await System.Threading.Tasks.Task.Yield(); return Engine.Current.Seed; } System.Collections.Generic.IEnumerable<int> N() { yield return Engine.Current.Seed; } }")]
    [InlineData("class C { int M() { return F(); static int F() { return G(); int G() => Engine.Current.Seed; } } System.Func<int> N() => () => ((System.Func<int>)(() => Engine.Current.Seed))(); }")]
    [InlineData("class C { int M() => Engine.Find().Seed + Engine.Current.Seed + Settings.Global.Depth + Settings.Orphan.Depth; }")]
    [InlineData("static class C { static int a, b; static System.Action? e; static event System.Action? E; static int P { get; set; } static void M() { a++; b++; e = null; E?.Invoke(); P = 1; } }")]
    [InlineData("file class C { int M() => Engine.Current.Seed; static int n; void N() => n++; }")]
    [InlineData("struct S { int M() => Engine.Current.Seed; } interface I { int M() => Engine.Current.Seed; static int N() => Engine.Current.Seed; } enum E { A }")]
    [InlineData("class C { int M(Engine engine) => Engine.Current.Seed + engine.Seed; }")]
    public async Task EveryKindOfMember_IsFoundAgainInItsRecord(string source, string modifiers = "")
    {
        var project = EngineProject.With(modifiers.Length == 0 ? source : source.Replace("partial int", $"{modifiers} int", StringComparison.Ordinal));

        await BaselineRun.AssertSameDebtAsync(project, project);
        await BaselineRun.AssertSameDebtAsync(project, project with { Sources = project.Sources.SetItem(0, "\r\n// moved\r\n" + project.Sources[0].Text) });
    }

    [Fact]
    public async Task NewMemberOfARecord_IsNotFreedByEqualNames()
    {
        var before = EngineProject.With("class C { class D { int M() => Engine.Current.Seed; } }");
        var run = await BaselineRun.OfAsync(
            EngineProject.With("class C { class D { int M() => Engine.Current.Seed; } } class D { int M() => Engine.Current.Seed; }"),
            await BaselineRun.RecordAsync(before));

        Assert.Equal("M:D.M", Assert.Single(run.New).Properties["Member"]);
        Assert.Empty(run.Stale);
    }

    private static TestProject World(params CSharpSource[] sources) => new([.. sources, new CSharpSource(EngineProject.World, "World.cs")]);

    private static TestProject Program(string statements) =>
        World(statements, "static class One { internal static int Seed() => Engine.Current.Seed; static int n; static void Count() => n++; }") with { OutputKind = OutputKind.ConsoleApplication };
}
