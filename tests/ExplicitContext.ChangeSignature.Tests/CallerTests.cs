namespace ExplicitContext.ChangeSignature.Tests;

/// <summary>Every way to call: each caller hands on what it has, or else the ambient.</summary>
public sealed class CallerTests
{
    private const string Walk = "static int Walk(int a, int b = 1, params int[] more) => a + b + more.Length + [|Engine.Current|].Seed;";
    private const string Walked = "static int Walk(Engine engine, int a, int b = 1, params int[] more) => a + b + more.Length + engine.Seed;";

    [Theory]
    [InlineData("Walk(1)", "Walk(Engine.Current, 1)")]
    [InlineData("Walk(1, 2)", "Walk(Engine.Current, 1, 2)")]
    [InlineData("Walk(1, 2, 3, 4)", "Walk(Engine.Current, 1, 2, 3, 4)")]
    [InlineData("Walk(1, 2, new[] { 3, 4 })", "Walk(Engine.Current, 1, 2, new[] { 3, 4 })")]
    [InlineData("Walk(a: 1)", "Walk(Engine.Current, a: 1)")]
    [InlineData("Walk(b: 5, a: 1)", "Walk(Engine.Current, b: 5, a: 1)")]
    [InlineData("Walk(a: 1, 2)", "Walk(Engine.Current, a: 1, 2)")]
    [InlineData("C.Walk(1)", "C.Walk(Engine.Current, 1)")]
    [InlineData("global::C.Walk(1)", "global::C.Walk(Engine.Current, 1)")]
    [InlineData("Walk( 1 )", "Walk( Engine.Current, 1 )")]
    [InlineData("Walk(/* a */ 1)", "Walk(Engine.Current, /* a */ 1)")]
    [InlineData("Walk(1) + Walk(2)", "Walk(Engine.Current, 1) + Walk(Engine.Current, 2)")]
    [InlineData("Walk(Walk(Walk(1), 2))", "Walk(Engine.Current, Walk(Engine.Current, Walk(Engine.Current, 1), 2))")]
    [InlineData("$\"{Walk(1)}\".Length", "$\"{Walk(Engine.Current, 1)}\".Length")]
    [InlineData("new[] { 1, 2 }.Sum(x => Walk(x))", "new[] { 1, 2 }.Sum(x => Walk(Engine.Current, x))")]
    [InlineData("(from x in new[] { 1, 2 } where Walk(x) > 0 select Walk(x, x)).Sum()", "(from x in new[] { 1, 2 } where Walk(Engine.Current, x) > 0 select Walk(Engine.Current, x, x)).Sum()")]
    [InlineData("nameof(Walk).Length", "nameof(Walk).Length")]
    [InlineData("true ? Walk(1) : 0", "true ? Walk(Engine.Current, 1) : 0")]
    [InlineData("Walk(1) switch { var x when x > Walk(2) => 1, _ => 2 }", "Walk(Engine.Current, 1) switch { var x when x > Walk(Engine.Current, 2) => 1, _ => 2 }")]
    [InlineData("Twice(() => Walk(1))", "Twice(() => Walk(Engine.Current, 1))")]
    [InlineData("Twice(static () => Walk(1))", "Twice(static () => Walk(Engine.Current, 1))")]
    public Task Call_HandsOnTheAmbient(string call, string expected) => MoveUp.VerifyAsync(Program(Walk, call), Program(Walked, expected));

    [Theory]
    [InlineData("int M(Engine e) => Walk(1);", "int M(Engine e) => Walk(e, 1);")]
    [InlineData("int M(Session session) => Walk(1);", "int M(Session session) => Walk(session.Engine, 1);")]
    [InlineData("int M() { var e = new Engine(); return Walk(1); }", "int M() { var e = new Engine(); return Walk(e, 1); }")]
    [InlineData("int M(Engine? e) => Walk(1);", "int M(Engine? e) => Walk(Engine.Current, 1);")]
    [InlineData("readonly Engine held = new(); int M() => Walk(1);", "readonly Engine held = new(); int M() => Walk(held, 1);")]
    [InlineData("int M(Engine e) { static int L() => Walk(1); return L(); }", "int M(Engine e) { static int L() => Walk(Engine.Current, 1); return L(); }")]
    [InlineData("int M(Engine e) { int L() => Walk(1); return L(); }", "int M(Engine e) { int L() => Walk(e, 1); return L(); }")]
    [InlineData("Func<int> M(Engine e) => () => Walk(1);", "Func<int> M(Engine e) => () => Walk(e, 1);")]
    [InlineData("int P => Walk(1);", "int P => Walk(Engine.Current, 1);")]
    [InlineData("static int f = Walk(1);", "static int f = Walk(Engine.Current, 1);")]
    [InlineData("public static int operator +(C c, int x) => Walk(x);", "public static int operator +(C c, int x) => Walk(Engine.Current, x);")]
    [InlineData("IEnumerable<int> M(Engine e) { yield return Walk(1); }", "IEnumerable<int> M(Engine e) { yield return Walk(e, 1); }")]
    [InlineData("async Task<int> M(Engine e) { await Task.Yield(); return Walk(1); }", "async Task<int> M(Engine e) { await Task.Yield(); return Walk(e, 1); }")]
    public Task Caller_HandsOnWhatItHas(string caller, string expected) => MoveUp.VerifyAsync($"class C {{ {Walk} {caller} }}", $"class C {{ {Walked} {expected} }}");

    [Fact]
    public Task CallOnAMaybeNullReceiver_HandsOnTheAmbient() => MoveUp.VerifyAsync(
        """
        class Node
        {
            public Node? Next;
            public int Depth(int from) => from + [|Engine.Current|].Seed;
            public Node Self() => Touch([|Engine.Current|]);
            private Node Touch(Engine engine) => this;
        }

        static class Program
        {
            public static string Run()
            {
                Engine.Current.Seed = 4;
                var node = new Node { Next = new Node() };
                return $"{node?.Next?.Depth(1)} {node?.Next?.Next?.Depth(1)} {node!.Self().Self()?.Depth(2)}";
            }
        }
        """,
        """
        class Node
        {
            public Node? Next;
            public int Depth(Engine engine, int from) => from + engine.Seed;
            public Node Self(Engine engine) => Touch(engine);
            private Node Touch(Engine engine) => this;
        }

        static class Program
        {
            public static string Run()
            {
                Engine.Current.Seed = 4;
                var node = new Node { Next = new Node() };
                return $"{node?.Next?.Depth(Engine.Current, 1)} {node?.Next?.Next?.Depth(Engine.Current, 1)} {node!.Self(Engine.Current).Self(Engine.Current)?.Depth(Engine.Current, 2)}";
            }
        }
        """);

    [Fact]
    public Task CallOverSeveralLines_KeepsItsLayout() => MoveUp.VerifyAsync(
        """
        class C
        {
            static int Walk(
                int a, // first
                int b)
            {
                return a + b + [|Engine.Current|].Seed;
            }

            int M() => Walk(
                1,
                // the second
                2);

            int N() =>
                Walk(1,
                     2)
                .GetHashCode();
        }
        """,
        """
        class C
        {
            static int Walk(
                Engine engine,
                int a, // first
                int b)
            {
                return a + b + engine.Seed;
            }

            int M() => Walk(
                Engine.Current,
                1,
                // the second
                2);

            int N() =>
                Walk(Engine.Current, 1,
                     2)
                .GetHashCode();
        }
        """);

    [Fact]
    public Task ExtensionMethod_TakesTheContextAfterItsReceiver() => MoveUp.VerifyAsync(
        """
        static class Texts
        {
            public static int Depth(this string text, int more = 0) => text.Length + more + [|Engine.Current|].Seed;
            public static string Run() => $"{"a".Depth()} {"a".Depth(1)} {Depth("a")} {Depth("a", 2)} {Texts.Depth(text: "a", more: 3)} {Depth(more: 3, text: "a")} {("a" ?? null)?.Depth()}";
        }
        static class Program { public static string Run() => Texts.Run(); }
        """,
        """
        static class Texts
        {
            public static int Depth(this string text, Engine engine, int more = 0) => text.Length + more + engine.Seed;
            public static string Run() => $"{"a".Depth(Engine.Current)} {"a".Depth(Engine.Current, 1)} {Depth("a", Engine.Current)} {Depth("a", Engine.Current, 2)} {Texts.Depth(text: "a", Engine.Current, more: 3)} {Depth(engine: Engine.Current, more: 3, text: "a")} {("a" ?? null)?.Depth(Engine.Current)}";
        }
        static class Program { public static string Run() => Texts.Run(); }
        """);

    [Theory]
    [InlineData("Func<int, int> f = Twice; return f(1).ToString();", "Func<int, int> f = number => Twice(Engine.Current, number); return f(1).ToString();")]
    [InlineData("return new[] { 1, 2 }.Select(Twice).Sum().ToString();", "return new[] { 1, 2 }.Select(number => Twice(Engine.Current, number)).Sum().ToString();")]
    [InlineData("return new[] { 1, 2 }.Select(Program.Twice).Sum().ToString();", "return new[] { 1, 2 }.Select(number => Program.Twice(Engine.Current, number)).Sum().ToString();")]
    [InlineData("var f = Twice; return f(1).ToString();", "var f = (int number) => Twice(Engine.Current, number); return f(1).ToString();")]
    [InlineData("return ((Func<int, int>)Twice)(1).ToString();", "return ((Func<int, int>)(number => Twice(Engine.Current, number)))(1).ToString();")]
    [InlineData("return new Func<int, int>(Twice)(1).ToString();", "return new Func<int, int>(number => Twice(Engine.Current, number))(1).ToString();")]
    [InlineData("Func<int, int> f = DateTime.Now.Year > 0 ? Twice : x => x; return f(1).ToString();", "Func<int, int> f = DateTime.Now.Year > 0 ? (number => Twice(Engine.Current, number)) : x => x; return f(1).ToString();")]
    [InlineData("var number = 3; Func<int, int> f = Twice; return f(number).ToString();", "var number = 3; Func<int, int> f = numberValue => Twice(Engine.Current, numberValue); return f(number).ToString();")]
    public Task MethodGroup_BecomesALambda(string body, string expected) => MoveUp.VerifyAsync(
        $"static class Program {{ static int Twice(int number) => 2 * number + [|Engine.Current|].Seed; public static string Run() {{ {body} }} }}",
        $"static class Program {{ static int Twice(Engine engine, int number) => 2 * number + engine.Seed; public static string Run() {{ {expected} }} }}");

    [Fact]
    public Task UsingStaticAndAlias_AreFollowed() => MoveUp.VerifyAsync(
        [
            "namespace Deep { static class C { public static int Walk() => [|Engine.Current|].Seed; } }",
            "using static Deep.C; using K = Deep.C; class D { int M() => Walk() + K.Walk() + Deep.C.Walk(); }",
        ],
        [
            "namespace Deep { static class C { public static int Walk(Engine engine) => engine.Seed; } }",
            "using static Deep.C; using K = Deep.C; class D { int M() => Walk(Engine.Current) + K.Walk(Engine.Current) + Deep.C.Walk(Engine.Current); }",
        ]);

    [Fact]
    public Task NameThatIsHidden_IsQualified() => MoveUp.VerifyAsync(
        ["class C { internal static int Walk() => [|Engine.Current|].Seed; }", "namespace Other { class Engine { } class D { int M() => C.Walk(); } }"],
        ["class C { internal static int Walk(Engine engine) => engine.Seed; }", "namespace Other { class Engine { } class D { int M() => C.Walk(global::Engine.Current); } }"]);

    private static string Program(string walk, string call) =>
        $$"""
        class C
        {
            internal {{walk}}
            static int Twice(Func<int> f) => f() + f();
            internal static string M() => ({{call}}).ToString();
        }
        static class Program { public static string Run() { Engine.Current.Seed = 7; return C.M(); } }
        """;
}
