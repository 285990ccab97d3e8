namespace ExplicitContext.ChangeSignature.Tests;

/// <summary>What becomes of the member itself: parameters, names, body, documentation.</summary>
public sealed class DeclarationTests
{
    [Theory]
    [InlineData("int M() => [|Engine.Current|].Seed;", "int M(Engine engine) => engine.Seed;")]
    [InlineData("int M() => [|Engine.Find()|].Seed;", "int M(Engine engine) => engine.Seed;")]
    [InlineData("int M() => [|Settings.Global|].Depth;", "int M(Engine engine) => engine.Options.Depth;")]
    [InlineData("int M() => [|Settings.Global|].Depth + Engine.Current.Seed + Engine.Find().Seed;", "int M(Engine engine) => engine.Options.Depth + engine.Seed + engine.Seed;")]
    [InlineData("int M() => [|Engine.Maybe|]!.Seed;", "int M(Engine? engine) => engine!.Seed;")]
    [InlineData("int M() => [|Engine.Maybe|]!.Seed + Engine.Current.Seed;", "int M(Engine engine) => engine.Seed + engine.Seed;")]
    [InlineData("void M() => [|Settings.Global|] = new();", "void M(Engine engine) => engine.Options = new();")]
    [InlineData("int M<T>(T x) where T : class => [|Engine.Current|].Seed;", "int M<T>(Engine engine, T x) where T : class => engine.Seed;")]
    [InlineData("int M([System.ComponentModel.Description] int x) => [|Engine.Current|].Seed;", "int M(Engine engine, [System.ComponentModel.Description] int x) => engine.Seed;")]
    [InlineData("ref int M(ref int x, out int y) { y = [|Engine.Current|].Seed; return ref x; }", "ref int M(Engine engine, ref int x, out int y) { y = engine.Seed; return ref x; }")]
    [InlineData("async Task<int> M() { await Task.Yield(); return [|Engine.Current|].Seed; }", "async Task<int> M(Engine engine) { await Task.Yield(); return engine.Seed; }")]
    [InlineData("IEnumerable<int> M() { yield return [|Engine.Current|].Seed; }", "IEnumerable<int> M(Engine engine) { yield return engine.Seed; }")]
    [InlineData("int M() => new[] { 1 }.Sum(x => x + [|Engine.Current|].Seed);", "int M(Engine engine) => new[] { 1 }.Sum(x => x + engine.Seed);")]
    [InlineData("int M() { int L() => [|Engine.Current|].Seed; return L(); }", "int M(Engine engine) { int L() => engine.Seed; return L(); }")]
    [InlineData("string M() => $\"{[|Engine.Current|].Seed}\";", "string M(Engine engine) => $\"{engine.Seed}\";")]
    [InlineData("int M(int engine) => engine + [|Engine.Current|].Seed;", "int M(Engine engine1, int engine) => engine + engine1.Seed;")]
    [InlineData("int engine; int M() => engine + [|Engine.Current|].Seed;", "int engine; int M(Engine engine1) => engine + engine1.Seed;")]
    [InlineData("int M() { var e = [|Engine.Current|]; return e.Seed + Engine.Current.Seed; }", "int M(Engine engine) { var e = engine; return e.Seed + engine.Seed; }")]
    [InlineData("int M() => [|Engine.Current|] is { Seed: 1 } ? 1 : 2;", "int M(Engine engine) => engine is { Seed: 1 } ? 1 : 2;")]
    [InlineData("unsafe int M(int* x) => *x + [|Engine.Current|].Seed;", "unsafe int M(Engine engine, int* x) => *x + engine.Seed;")]
    public Task Member_TakesTheContext(string member, string expected) => MoveUp.VerifyAsync($"class C {{ {member} }}", $"class C {{ {expected} }}");

    [Fact]
    public Task CachingLocal_GivesWayToTheParameter() => MoveUp.VerifyAsync(
        """
        class C
        {
            int M(int x)
            {
                var engine = [|Engine.Current|];

                return engine.Seed + x;
            }

            int N() { var engine = [|Engine.Current|]; return engine.Seed; }

            int O()
            {
                M(1);
                var engine = [|Engine.Current|]; // for the rest
                return engine.Seed;
            }
        }
        """,
        """
        class C
        {
            int M(Engine engine, int x)
            {
                return engine.Seed + x;
            }

            int N(Engine engine) { return engine.Seed; }

            int O(Engine engine)
            {
                M(engine, 1);
                // for the rest
                return engine.Seed;
            }
        }
        """);

    [Fact]
    public Task Documentation_NamesTheParameterWhereItNamesOthers() => MoveUp.VerifyAsync(
        """
        /// <summary>Calls <see cref="Walk(int)"/>, <see cref="C.Walk(int)"/>, <see cref="Walk"/> and <see cref="Stand()"/>.</summary>
        class C
        {
            /// <summary>Walks.</summary>
            /// <param name="x">How far.</param>
            /// <returns>Where.</returns>
            internal int Walk(int x) => x + [|Engine.Current|].Seed;

            /// <summary>Stands.</summary>
            int Stand() => [|Engine.Current|].Seed;

            /**
             * <summary>Sits.</summary>
             * <param name="x">How long.</param>
             */
            int Sit(int x) => [|Engine.Current|].Seed;
        }
        """,
        """
        /// <summary>Calls <see cref="Walk(Engine, int)"/>, <see cref="C.Walk(Engine, int)"/>, <see cref="Walk"/> and <see cref="Stand(Engine)"/>.</summary>
        class C
        {
            /// <summary>Walks.</summary>
            /// <param name="engine">The engine.</param>
            /// <param name="x">How far.</param>
            /// <returns>Where.</returns>
            internal int Walk(Engine engine, int x) => x + engine.Seed;

            /// <summary>Stands.</summary>
            int Stand(Engine engine) => engine.Seed;

            /**
             * <summary>Sits.</summary>
             * <param name="engine">The engine.</param>
             * <param name="x">How long.</param>
             */
            int Sit(Engine engine, int x) => engine.Seed;
        }
        """);

    [Fact]
    public Task DocumentationOfAnExtensionMethod_HasTheContextAfterTheReceiver() => MoveUp.VerifyAsync(
        """
        static class Texts
        {
            /// <summary>Measures; see <see cref="Depth(string, int)"/>.</summary>
            /// <param name="text">What.</param>
            /// <param name="more">And more.</param>
            internal static int Depth(this string text, int more) => text.Length + more + [|Engine.Current|].Seed;

            /// <param name="text">What.</param>
            internal static int Height(this string text) => text.Length + [|Engine.Current|].Seed;
        }
        """,
        """
        static class Texts
        {
            /// <summary>Measures; see <see cref="Depth(string, Engine, int)"/>.</summary>
            /// <param name="text">What.</param>
            /// <param name="engine">The engine.</param>
            /// <param name="more">And more.</param>
            internal static int Depth(this string text, Engine engine, int more) => text.Length + more + engine.Seed;

            /// <param name="text">What.</param>
            /// <param name="engine">The engine.</param>
            internal static int Height(this string text, Engine engine) => text.Length + engine.Seed;
        }
        """);

    [Fact]
    public Task StaticLocalFunction_TakesTheContextAndItsMemberHandsItOn() => MoveUp.VerifyAsync(
        """
        static class Program
        {
            public static string Run()
            {
                Engine.Current.Seed = 5;
                return $"{Twice(1)} {Twice(2)}";

                static int Twice(int x)
                {
                    return x > 1 ? Twice(x - 1) : x + [|Engine.Current|].Seed;
                }
            }
        }
        """,
        """
        static class Program
        {
            public static string Run()
            {
                Engine.Current.Seed = 5;
                return $"{Twice(Engine.Current, 1)} {Twice(Engine.Current, 2)}";

                static int Twice(Engine engine, int x)
                {
                    return x > 1 ? Twice(engine, x - 1) : x + engine.Seed;
                }
            }
        }
        """);

    [Fact]
    public Task PartialMethod_ChangesInBothParts() => MoveUp.VerifyAsync(
        [
            "partial class C { private partial int M(int x); int N() => M(1); }",
            "partial class C { private partial int M(int x) => x + [|Engine.Current|].Seed; }",
        ],
        [
            "partial class C { private partial int M(Engine engine, int x); int N() => M(Engine.Current, 1); }",
            "partial class C { private partial int M(Engine engine, int x) => x + engine.Seed; }",
        ]);

    [Fact]
    public Task TwoContexts_AreTakenInOnePass() => MoveUp.VerifyAsync(
        """
        [ContextType("other")] class Other { [AmbientAccessor] internal static Other Current { get; } = new(); internal int Size => 3; }
        static class Program
        {
            static int Walk(int x) => x + [|Engine.Current|].Seed + [|Other.Current|].Size;
            public static string Run() => Walk(2).ToString();
        }
        """,
        """
        [ContextType("other")] class Other { [AmbientAccessor] internal static Other Current { get; } = new(); internal int Size => 3; }
        static class Program
        {
            static int Walk(Engine engine, Other other, int x) => x + engine.Seed + other.Size;
            public static string Run() => Walk(Engine.Current, Other.Current, 2).ToString();
        }
        """);

    [Fact]
    public Task WindowsLineEnds_AreKept() => MoveUp.VerifyAsync(
        "class C\r\n{\r\n    /// <param name=\"x\">X.</param>\r\n    int M(\r\n        int x) => [|Engine.Current|].Seed;\r\n}\r\n",
        "class C\r\n{\r\n    /// <param name=\"engine\">The engine.</param>\r\n    /// <param name=\"x\">X.</param>\r\n    int M(\r\n        Engine engine,\r\n        int x) => engine.Seed;\r\n}\r\n");

}
