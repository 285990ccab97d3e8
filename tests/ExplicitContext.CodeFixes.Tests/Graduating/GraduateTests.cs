namespace ExplicitContext.CodeFixes.Tests.Graduating;

/// <summary>What each kind of member becomes.</summary>
public sealed class GraduateTests
{
    [Fact]
    public Task PublicMember_KeepsItsPlaceAsAShimOfAnInternalOverload() => Graduating.VerifyAsync(
        """
        namespace Sample;

        /// <summary>Adds.</summary>
        public static partial class Calculator
        {
            /// <summary>Adds to what the engine counts.</summary>
            /// <param name="x">The first operand.</param>
            /// <returns>The sum.</returns>
            [PassContext]
            public static int [|Add|](int x, int y = 1)
            {
                // The seed is the engine's.
                if (x > Engine.Current.Seed)
                    return x;   // as it is

                return Twice(x) + y + Pure(y);
            }

            private static int [|Twice|](int x) => x * Engine.Current.Seed;

            private static int Pure(int y) => y;
        }
        """,
        """
        namespace Sample;

        /// <summary>Adds.</summary>
        public static partial class Calculator
        {
            /// <summary>Adds to what the engine counts.</summary>
            /// <param name="x">The first operand.</param>
            /// <returns>The sum.</returns>
            [ContextEntry]
            public static int Add(int x, int y = 1) => Add(Engine.Current, x, y);

            /// <summary>Adds to what the engine counts.</summary>
            /// <param name="engine">The context, handed on by the caller.</param>
            /// <param name="x">The first operand.</param>
            /// <returns>The sum.</returns>
            internal static int Add(Engine engine, int x, int y = 1)
            {
                // The seed is the engine's.
                if (x > engine.Seed)
                    return x;   // as it is

                return Twice(engine, x) + y + Pure(y);
            }

            private static int Twice(Engine engine, int x) => x * engine.Seed;

            private static int Pure(int y) => y;
        }
        """);

    [Theory]
    [InlineData("public static T [|N|]<T>(T x) where T : class { Engine.Current.Touch(); return x; }",
        "public static T N<T>(T x) where T : class => N<T>(Engine.Current, x);", "internal static T N<T>(Engine engine, T x) where T : class { engine.Touch(); return x; }")]
    [InlineData("public static T [|N|]<T>() where T : new() { Engine.Current.Touch(); return new(); }",
        "public static T N<T>() where T : new() => N<T>(Engine.Current);", "internal static T N<T>(Engine engine) where T : new() { engine.Touch(); return new(); }")]
    [InlineData("public static async Task<int> [|N|](int x) { await Task.Yield(); return Engine.Current.Seed; }",
        "public static Task<int> N(int x) => N(Engine.Current, x);", "internal static async Task<int> N(Engine engine, int x) { await Task.Yield(); return engine.Seed; }")]
    [InlineData("public static async void [|N|]() => await Task.Delay(Engine.Current.Seed);",
        "public static void N() => N(Engine.Current);", "internal static async void N(Engine engine) => await Task.Delay(engine.Seed);")]
    [InlineData("public static ref int [|N|](int[] x) => ref x[Engine.Current.Seed];",
        "public static ref int N(int[] x) => ref N(Engine.Current, x);", "internal static ref int N(Engine engine, int[] x) => ref x[engine.Seed];")]
    [InlineData("public static void [|N|](ref int a, out int b, in int c, params int[] d) { a = b = c + d.Length + Engine.Current.Seed; }",
        "public static void N(ref int a, out int b, in int c, params int[] d) => N(Engine.Current, ref a, out b, in c, d);",
        "internal static void N(Engine engine, ref int a, out int b, in int c, params int[] d) { a = b = c + d.Length + engine.Seed; }")]
    [InlineData("public static int [|N|](this string x, int y = 2) => x.Length + y + Engine.Current.Seed;",
        "public static int N(this string x, int y = 2) => N(x, Engine.Current, y);", "internal static int N(this string x, Engine engine, int y = 2) => x.Length + y + engine.Seed;")]
    [InlineData("public static string [|N|](int x, [System.Runtime.CompilerServices.CallerMemberName] string by = \"\") => by + Engine.Current.Seed;",
        "public static string N(int x, [System.Runtime.CompilerServices.CallerMemberName] string by = \"\") => N(Engine.Current, x, by);",
        "internal static string N(Engine engine, int x, [System.Runtime.CompilerServices.CallerMemberName] string by = \"\") => by + engine.Seed;")]
    [InlineData("public static int [|N|](int @class) => @class + Engine.Current.Seed;", "public static int N(int @class) => N(Engine.Current, @class);", "internal static int N(Engine engine, int @class) => @class + engine.Seed;")]
    [InlineData("public static int [|P|] => Engine.Current.Seed;", "public static int P => GetP(Engine.Current);", "internal static int GetP(Engine engine) => engine.Seed;")]
    [InlineData("public static int [|P|] { get => Engine.Current.Seed; set { } }", "public static int P { get => GetP(Engine.Current); set { } }", "internal static int GetP(Engine engine) => engine.Seed;")]
    [InlineData("public static int [|P|] { get { return Engine.Current.Seed; } }", "public static int P => GetP(Engine.Current);", "internal static int GetP(Engine engine)\n    { return engine.Seed; }")]
    [InlineData("public static int [|N|]() => Engine.Find().Seed;", "public static int N() => N(Engine.Find());", "internal static int N(Engine engine) => engine.Seed;")]
    [InlineData("public static int [|N|]() => Settings.Global.Depth;", "public static int N() => N(Engine.Current);", "internal static int N(Engine engine) => engine.Options.Depth;")]
    [InlineData("public static int [|N|]() => (Settings.Global.Depth, Engine.Find().Seed).Item2;", "public static int N() => N(Engine.Find());", "internal static int N(Engine engine) => (engine.Options.Depth, engine.Seed).Item2;")]
    [InlineData("public static int? [|N|]() => Engine.Maybe?.Seed;", "public static int? N() => N(Engine.Maybe!);", "internal static int? N(Engine engine) => engine?.Seed;")]
    public Task Member_BecomesAShimOfItsOwnShape(string before, string shim, string overload) => Graduating.VerifyAsync(
        $$"""
        [PassContext]
        public static partial class Code
        {
            {{before}}
        }
        """,
        $$"""
        [PassContext]
        public static partial class Code
        {
            [ContextEntry]
            {{shim}}

            {{overload}}
        }
        """);

    [Fact]
    public Task Iterator_StaysLazy() => Graduating.VerifyAsync(
        """
        public partial class Code
        {
            [PassContext]
            public IEnumerable<int> [|Count|](int item)
            {
                for (var i = 0; i < item; i++)
                    yield return Engine.Current.Seed + i;
            }

            [PassContext]
            public async IAsyncEnumerable<int> [|CountAsync|]()
            {
                await Task.Yield();
                yield return Engine.Current.Seed;
            }

            [PassContext]
            public IEnumerator<int> [|Walk|]()
            {
                yield return Engine.Current.Seed;
            }
        }

        public static class Program
        {
            public static void Run()
            {
                var lazy = new Code().Count(2);
                Engine.Current = new Engine { Seed = 40 };
                foreach (var one in lazy)
                    Console.WriteLine(one);
            }
        }
        """,
        """
        public partial class Code
        {
            [ContextEntry]
            public IEnumerable<int> Count(int item)
            {
                foreach (var item1 in Count(Engine.Current, item))
                    yield return item1;
            }

            internal IEnumerable<int> Count(Engine engine, int item)
            {
                for (var i = 0; i < item; i++)
                    yield return engine.Seed + i;
            }

            [ContextEntry]
            public async IAsyncEnumerable<int> CountAsync()
            {
                await foreach (var item in CountAsync(Engine.Current))
                    yield return item;
            }

            internal async IAsyncEnumerable<int> CountAsync(Engine engine)
            {
                await Task.Yield();
                yield return engine.Seed;
            }

            [ContextEntry]
            public IEnumerator<int> Walk()
            {
                using var items = Walk(Engine.Current);
                while (items.MoveNext())
                    yield return items.Current;
            }

            internal IEnumerator<int> Walk(Engine engine)
            {
                yield return engine.Seed;
            }
        }

        public static class Program
        {
            public static void Run()
            {
                var lazy = new Code().Count(2);
                Engine.Current = new Engine { Seed = 40 };
                foreach (var one in lazy)
                    Console.WriteLine(one);
            }
        }
        """);

    [Fact]
    public Task LocalThatCachedTheAmbient_IsGone() => Graduating.VerifyAsync(
        """
        public partial class Code
        {
            [PassContext]
            public int [|N|]()
            {
                var engine = Engine.Current;
                return engine.Seed;
            }

            public string [|Name|]
            {
                [PassContext]
                get
                {
                    var engine = Engine.Current;
                    return "e" + engine.Seed;
                }
            }
        }
        """,
        """
        public partial class Code
        {
            [ContextEntry]
            public int N() => N(Engine.Current);

            internal int N(Engine engine)
            {
                return engine.Seed;
            }

            [ContextEntry]
            public string Name
            {
                get => GetName(Engine.Current);
            }

            internal string GetName(Engine engine)
            {
                return "e" + engine.Seed;
            }
        }
        """);

    [Fact]
    public Task TriviaAndAttributes_StayWhereTheyAre() => Graduating.VerifyAsync(
        """
        using System.Diagnostics;

        public partial class Code
        {
            #region Numbers

            // Not about N.

            // About N,
            // in two lines.
            [PassContext, DebuggerStepThrough]
            [Obsolete("Later.")]
            public int [|N|](int x) // why
            {
        #if DEBUG
                x++;
        #endif
        #pragma warning disable CS0219
                int unused = 0;
        #pragma warning restore CS0219
                return x + Engine.Current.Seed; /* done */
            } // end of N

            #endregion

            [DebuggerStepThrough, PassContext]
            public int [|P|]() =>
                Engine.Current.Seed;
        }
        """,
        """
        using System.Diagnostics;

        public partial class Code
        {
            #region Numbers

            // Not about N.

            // About N,
            // in two lines.
            [ContextEntry, DebuggerStepThrough]
            [Obsolete("Later.")]
            public int N(int x) // why
            => N(Engine.Current, x); // end of N

            // About N,
            // in two lines.
            [DebuggerStepThrough]
            [Obsolete("Later.")]
            internal int N(Engine engine, int x) // why
            {
        #if DEBUG
                x++;
        #endif
        #pragma warning disable CS0219
                int unused = 0;
        #pragma warning restore CS0219
                return x + engine.Seed; /* done */
            }

            #endregion

            [DebuggerStepThrough, ContextEntry]
            public int P() => P(Engine.Current);

            [DebuggerStepThrough]
            internal int P(Engine engine) =>
                engine.Seed;
        }
        """);

    [Fact]
    public Task LinesWithCarriageReturns_StayAsTheyAre() => Graduating.VerifyAsync(
        "public partial class Code\r\n{\r\n    [PassContext]\r\n    public int [|N|]()\r\n    {\r\n        return Engine.Current.Seed;\r\n    }\r\n}\r\n",
        "public partial class Code\r\n{\r\n    [ContextEntry]\r\n    public int N() => N(Engine.Current);\r\n\r\n    internal int N(Engine engine)\r\n    {\r\n        return engine.Seed;\r\n    }\r\n}\r\n");

    [Fact]
    public Task SiteThatWasKept_IsKeptInTheSource() => Graduating.VerifyAsync(
        """
        public partial class Code
        {
            [PassContext]
            public int [|N|](int x) => x + Engine.Current.Seed + new Code().V();

            public virtual int V() => Engine.Current.Seed;
        }
        """,
        """
        public partial class Code
        {
            [ContextEntry]
            public int N(int x) => N(Engine.Current, x);

            internal int N(Engine engine, int x) => x + engine.Seed + new Code().V();

            public virtual int V() => Engine.Current.Seed;
        }
        """);

    [Fact]
    public Task PartialMethod_GraduatesWhereItsBodyIs() => Graduating.VerifyAsync(
        """
        public partial class Code
        {
            [PassContext]
            public partial int N(int x);

            public partial int [|N|](int x) => x + Engine.Current.Seed;
        }
        """,
        """
        public partial class Code
        {
            public partial int N(int x);

            [ContextEntry]
            public partial int N(int x) => N(Engine.Current, x);

            internal int N(Engine engine, int x) => x + engine.Seed;
        }
        """);

    [Fact]
    public Task MembersOnOneLine_GraduateToo() => Graduating.VerifyAsync(
        "public partial class Code { [PassContext] public int [|N|]() => Engine.Current.Seed; public int M() => 1; }",
        "public partial class Code { [ContextEntry] public int N() => N(Engine.Current);\n    internal int N(Engine engine) => engine.Seed;\n public int M() => 1; }");

    [Fact]
    public Task OverloadWithoutAnAccessorOfItsContext_IsNotOffered() => Graduating.VerifyNoFixAsync(
        """
        [ContextType("tenant", ParameterName = "tenant")]
        public class Tenant { public int Id { get; set; } }

        public static partial class Code
        {
            [AmbientAccessor(ReplacedBy = "tenant.Id")] public static int CurrentId { get; set; }

            [PassContext]
            public static int [|N|]() => CurrentId;
        }
        """);
}
