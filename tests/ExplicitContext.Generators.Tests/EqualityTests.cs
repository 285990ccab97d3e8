using ExplicitContext.Testing;

namespace ExplicitContext.Generators.Tests;

/// <summary>
/// Runs each construct twice: the legacy member, which reads the ambient, and the overload, which is handed the context. Both must give the same,
/// and with a decoy for an ambient the overload must neither notice it nor read it.
/// </summary>
public class EqualityTests
{
    [Theory]
    [InlineData("static string M(int x) => Engine.Current.Name.Length + x + \"\";")]
    [InlineData("static string M(int x) { var engine = Engine.Current; engine.Depth += x; return engine.Depth.ToString(); }")]
    [InlineData("static string M(int x) { var own = Engine.Current; own.Depth += x; return own.Depth.ToString(); }")]
    [InlineData("static string M(int x) { int engine = x; return Engine.Current.Depth + engine + \"\"; }")]
    [InlineData("static string M(int x) => N(x, tail: Engine.Current.Next()); static string N(int x, int tail) => x + tail + Engine.Current.Name.Length.ToString();")]
    [InlineData("static string M(int x) => N(tail: x); static string N(int tail, params int[] more) => tail + more.Length + Engine.Current.Depth.ToString();")]
    [InlineData("static string M(int x) => N(x, 1, 2, 3); static string N(int tail, params int[] more) => tail + more.Length + Engine.Current.Depth.ToString();")]
    [InlineData("static string M(int x) => x > 0 ? x + M(x - 1) + Engine.Current.Next() : \".\";")]
    [InlineData("static string M(int x) => new Demo().I(x)?.ToString() ?? \"\"; int? I(int x) => Engine.Current.Next() + x;")]
    [InlineData("static string M(int x) { Demo? d = new(); return d?.I(x).ToString() ?? \"\"; } int I(int x) => Engine.Current.Next() + x;")]
    [InlineData("static string M(int x) => new Demo().P + Q; int P => Engine.Current.Next(); static string Q { get { return Engine.Current.Settings.Limit + R; } } static string R { get => Engine.Current.Depth.ToString(); }")]
    [InlineData("static string M(int x) { Demo? d = new(); return d?.P.ToString() ?? \"\"; } int P => Engine.Current.Next();")]
    [InlineData("static string M(int x) => G<int>(x) + G(\"s\"); static string G<T>(T t) where T : notnull => t.ToString() + Engine.Current.Next();")]
    [InlineData("static string M(int x) => A(x).Result; static async System.Threading.Tasks.Task<string> A(int x) { await System.Threading.Tasks.Task.Yield(); return Engine.Current.Next() + x + await B() + \"\"; } static async System.Threading.Tasks.ValueTask<int> B() => await System.Threading.Tasks.Task.FromResult(Engine.Current.Depth);")]
    [InlineData("static string M(int x) => string.Join(\",\", S(x)); static System.Collections.Generic.IEnumerable<int> S(int x) { for (var i = 0; i < x; i++) yield return Engine.Current.Next() + i; }")]
    [InlineData("static string M(int x) => string.Concat(System.Linq.Enumerable.Select(new[] { x, 2 }, v => v + Engine.Current.Next()));")]
    [InlineData("static string M(int x) { System.Func<int, int> f = v => v + Engine.Current.Next(); return f(x) + f(x).ToString(); }")]
    [InlineData("static string M(int x) { return L(x) + S(x); int L(int y) => y + Engine.Current.Next(); static string S(int y) => y + Engine.Current.Name.Length.ToString(); }")]
    [InlineData("static string M(int x) => x.Ext(1) + Extensions.Ext(x, 2);")]
    [InlineData("static string M(int x) => $\"{Engine.Current.Next():D2} {Engine.Current.Settings?.Limit}\";")]
    [InlineData("static string M(int x) => Engine.Current is { Depth: var d } e ? e.Next() + d + \"\" : \"\";")]
    [InlineData("static string M(int x) { lock (Engine.Current) { return checked(Engine.Current.Next() + x).ToString(); } }")]
    [InlineData("static string M(int x) { try { throw new System.InvalidOperationException(Engine.Current.Next() + \"\"); } catch (System.Exception e) when (Engine.Current.Depth > 0) { return e.Message; } }")]
    [InlineData("static string M(int x) { switch (Engine.Current.Next()) { case 1: return \"one\" + x; default: return Engine.Current.Depth.ToString(); } }")]
    [InlineData("static string M(int x) => new Inner().Go(x); partial struct Inner { public string Go(int x) => Engine.Current.Next() + x + \"\"; }")]
    [InlineData("static string M(int x) => new Rec(x).Go(); partial record Rec(int X) { public string Go() => Engine.Current.Next() + X + \"\"; }")]
    [InlineData("static string M(int x) => Box<string>.Go(x, \"b\"); partial class Box<T> { public static string Go(int x, T t) => Engine.Current.Next() + x + t!.ToString(); }")]
    [InlineData("static string M(int x) { ref var r = ref Slot(x); r++; return r.ToString(); } static int[] slots = new int[9]; static ref int Slot(int x) => ref slots[x + Engine.Current.Depth];")]
    public void Overload_DoesAsTheLegacyMember_AndNoticesNoDecoy(string members)
    {
        var run = GeneratorTest<ContextOverloadGenerator>.Run(AmbientEngine.With(
            "using ExplicitContext;\nnamespace Sample;\n[PassContext]\npublic partial class Demo\n{\n" + members + "\n}\n",
            """
            using ExplicitContext;

            namespace Sample;

            [PassContext]
            internal static partial class Extensions
            {
                public static string Ext(this int x, int y) => x + y + Engine.Current.Next() + "";
            }
            """,
            """
            using System.Reflection;

            namespace Sample;

            public static class Probe
            {
                public static string Legacy(int x)
                {
                    Engine.Current = new("given");
                    return (string)Member(typeof(int)).Invoke(null, [x])!;
                }

                public static string Explicit(int x)
                {
                    Engine.Current = new("decoy") { Depth = 1000 };
                    return (string)Member(typeof(Engine), typeof(int)).Invoke(null, [new Engine("given"), x])!;
                }

                public static int Reads() => Engine.Reads.Count;

                private static MethodInfo Member(params System.Type[] parameters) =>
                    typeof(Demo).GetMethod("M", BindingFlags.Static | BindingFlags.NonPublic, parameters)!;
            }
            """));

        using var legacy = new CompiledProgram(run.Output);
        using var explicitly = new CompiledProgram(run.Output);

        Assert.Equal(legacy.Call("Sample.Probe", "Legacy", 3), explicitly.Call("Sample.Probe", "Explicit", 3));
        Assert.True((int)legacy.Call("Sample.Probe", "Reads")! > 0, "The legacy member does not read the ambient, so the test shows nothing.");
        Assert.Equal(0, explicitly.Call("Sample.Probe", "Reads"));
    }
}
