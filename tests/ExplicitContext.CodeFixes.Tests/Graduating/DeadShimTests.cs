namespace ExplicitContext.CodeFixes.Tests.Graduating;

/// <summary>Which legacy members go when their overloads are source, and which stay.</summary>
public sealed class DeadShimTests
{
    [Fact]
    public Task PrivateMembersWithoutCallers_Go() => Graduating.VerifyAsync(
        """
        public static partial class Code
        {
            [PassContext]
            public static int [|M|]() => N(2) + P;

            /// <summary>Counts.</summary>
            /// <param name="x">How much.</param>
            private static int [|N|](int x)
            {
                return x == 0 ? Engine.Current.Seed : N(x - 1);
            }

            internal static int [|P|] => Engine.Current.Seed;
        }
        """,
        """
        public static partial class Code
        {
            [ContextEntry]
            public static int M() => M(Engine.Current);

            internal static int M(Engine engine) => N(engine, 2) + GetP(engine);

            /// <summary>Counts.</summary>
            /// <param name="engine">The context, handed on by the caller.</param>
            /// <param name="x">How much.</param>
            private static int N(Engine engine, int x)
            {
                return x == 0 ? engine.Seed : N(engine, x - 1);
            }

            internal static int GetP(Engine engine) => engine.Seed;
        }
        """);

    [Theory]
    [InlineData("public static string Other() => nameof(Code.N);")]
    [InlineData("/// <summary>As <see cref=\"Code.N(int)\"/>.</summary>\n    public static string Other() => \"\";")]
    [InlineData("public static object? Other() => typeof(Code).GetMethod(\"N\");")]
    [InlineData("public static object? Other(dynamic code) => code.N(2);")]
    [InlineData("public static object? Other(int x) => $\"Code.N {x}\";")]
    [InlineData("public static int Other() => Code.N(2);")]
    [InlineData("public static Func<int, int> Other() => Code.N;")]
    public Task InternalMemberThatIsNamedElsewhere_Stays(string other) => Graduating.VerifyAsync(
        $$"""
        public static partial class Code
        {
            [PassContext]
            internal static int [|N|](int x) => x + Engine.Current.Seed;
        }

        public static class Elsewhere
        {
            {{other}}
        }
        """,
        $$"""
        public static partial class Code
        {
            [ContextEntry]
            internal static int N(int x) => N(Engine.Current, x);

            internal static int N(Engine engine, int x) => x + engine.Seed;
        }

        public static class Elsewhere
        {
            {{other}}
        }
        """);

    [Theory]
    [InlineData("[System.Runtime.Serialization.OnDeserialized] public int N() => Engine.Current.Seed;", "[System.Runtime.Serialization.OnDeserialized] public int N() => N(Engine.Current);", "internal int N(Engine engine) => engine.Seed;", "")]
    public Task MemberThatOthersCallWithoutNamingIt_Stays(string before, string shim, string overload, string bases) => Graduating.VerifyAsync(
        $$"""
        internal interface IMade { int N(); }

        [PassContext]
        internal partial class Code {{bases}}
        {
            {{before.Replace("N()", "[|N|]()", StringComparison.Ordinal)}}
        }
        """,
        $$"""
        internal interface IMade { int N(); }

        [PassContext]
        internal partial class Code {{bases}}
        {
            [ContextEntry]
            {{shim}}

            {{overload}}
        }
        """);

    [Fact]
    public Task InternalMemberThatForeignAssembliesSee_Stays() => Graduating.VerifyAsync(
        """
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Elsewhere")]

        internal static partial class Code
        {
            [PassContext]
            internal static int [|M|]() => N();

            private static int [|N|]() => Engine.Current.Seed;
        }
        """,
        """
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Elsewhere")]

        internal static partial class Code
        {
            [ContextEntry]
            internal static int M() => M(Engine.Current);

            internal static int M(Engine engine) => N(engine);

            private static int N(Engine engine) => engine.Seed;
        }
        """);
}
