namespace ExplicitContext.ChangeSignature.Tests;

/// <summary>What other assemblies can call stays as it is, beside an overload that takes the context.</summary>
public sealed class PublicTests
{
    [Fact]
    public Task PublicMethod_KeepsItsSignatureAsAnEntryPoint() => MoveUp.VerifyAsync(
        """
        public class Walker
        {
            /// <summary>Walks.</summary>
            /// <param name="x">How far.</param>
            [Obsolete("Run.")]
            public async Task<int> WalkAsync<T>(T x, int more = 1)
                where T : notnull
            {
                await Task.Yield();
                return [|Engine.Current|].Seed + more;
            }

            public static int Sit(ref int x, out int y, in int z, params int[] rest) => (y = 1) + [|Engine.Current|].Seed;

            protected internal void Stand()
            {
                _ = [|Engine.Current|].Seed;
            } // stood

            protected void Lie() => _ = [|Engine.Current|].Seed;
        #pragma warning disable CS0618
            internal int Call(Engine e) => WalkAsync("").Result + WalkAsync(1, 2).Result;
        }

        public static class Program { public static string Run() => new Walker().WalkAsync(1).Result.ToString(); }
        """,
        """
        public class Walker
        {
            /// <summary>Walks.</summary>
            /// <param name="engine">The engine.</param>
            /// <param name="x">How far.</param>
            [Obsolete("Run.")]
            internal async Task<int> WalkAsync<T>(Engine engine, T x, int more = 1)
                where T : notnull
            {
                await Task.Yield();
                return engine.Seed + more;
            }

            /// <inheritdoc cref="WalkAsync{T}(Engine, T, int)"/>
            [ContextEntry]
            [Obsolete("Run.")]
            public Task<int> WalkAsync<T>(T x, int more = 1)
                where T : notnull => WalkAsync<T>(Engine.Current, x, more);

            internal static int Sit(Engine engine, ref int x, out int y, in int z, params int[] rest) => (y = 1) + engine.Seed;

            [ContextEntry]
            public static int Sit(ref int x, out int y, in int z, params int[] rest) => Sit(Engine.Current, ref x, out y, in z, rest);

            internal void Stand(Engine engine)
            {
                _ = engine.Seed;
            } // stood

            [ContextEntry]
            protected internal void Stand() => Stand(Engine.Current);

            private protected void Lie(Engine engine) => _ = engine.Seed;

            [ContextEntry]
            protected void Lie() => Lie(Engine.Current);
        #pragma warning disable CS0618
            internal int Call(Engine e) => WalkAsync(e, "").Result + WalkAsync(e, 1, 2).Result;
        }

        public static class Program { public static string Run() => new Walker().WalkAsync(engine: Engine.Current, 1).Result.ToString(); }
        """);

    [Fact]
    public Task PublicConstructor_KeepsItsSignature() => MoveUp.VerifyAsync(
        """
        public class Node
        {
            public int Depth { get; }

            /// <summary>Makes one.</summary>
            public Node(int depth)
            {
                Depth = depth + [|Engine.Current|].Seed;
            }

            public static Node Make() => new(1);
        }

        public static class Program { public static string Run() => Node.Make().Depth.ToString(); }
        """,
        """
        public class Node
        {
            public int Depth { get; }

            /// <summary>Makes one.</summary>
            internal Node(Engine engine, int depth)
            {
                Depth = depth + engine.Seed;
            }

            /// <inheritdoc cref="Node(Engine, int)"/>
            [ContextEntry]
            public Node(int depth)
                : this(Engine.Current, depth)
            {
            }

            public static Node Make() => new(Engine.Current, 1);
        }

        public static class Program { public static string Run() => Node.Make().Depth.ToString(); }
        """);

    [Fact]
    public Task PublicExtensionMethod_KeepsItsSignature() => MoveUp.VerifyAsync(
        "public static class Texts { public static int Depth(this string text) => text.Length + [|Engine.Current|].Seed; static int M() => \"\".Depth(); }",
        "public static class Texts { internal static int Depth(this string text, Engine engine) => text.Length + engine.Seed; [ContextEntry] public static int Depth(this string text) => Depth(text, Engine.Current); static int M() => \"\".Depth(Engine.Current); }");

    [Fact]
    public Task UseThatCannotHandOnTheContext_KeepsTheOldSignature() => MoveUp.VerifyAsync(
        """
        public class C
        {
            public event Action? Changed;
            public C() => Changed += Handle;
            public void Handle() => _ = [|Engine.Current|].Seed;
            public static int Walk(int x) => x + [|Engine.Current|].Seed;
            static Expression<Func<int, int>> M() => x => Walk(x);
            static Func<int, int> N() => Walk;
        }
        """,
        """
        public class C
        {
            public event Action? Changed;
            public C() => Changed += Handle;
            internal void Handle(Engine engine) => _ = engine.Seed;

            [ContextEntry]
            public void Handle() => Handle(Engine.Current);
            internal static int Walk(Engine engine, int x) => x + engine.Seed;

            [ContextEntry]
            public static int Walk(int x) => Walk(Engine.Current, x);
            static Expression<Func<int, int>> M() => x => Walk(x);
            static Func<int, int> N() => x => Walk(Engine.Current, x);
        }
        """);

    [Fact]
    public Task CallerInAnotherAssembly_CallsTheOldSignature() => MoveUp.VerifyAsync(
        World.Of("public class C { public int Walk(int x) => x + [|Engine.Current|].Seed; }")
            .And("Second", "class D { int M(Engine engine) => new C().Walk(1); }"),
        [
            "public class C { internal int Walk(Engine engine, int x) => x + engine.Seed; [ContextEntry] public int Walk(int x) => Walk(Engine.Current, x); }",
            "class D { int M(Engine engine) => new C().Walk(1); }",
        ]);

    [Fact]
    public Task PublicSignature_ChangesWhereThatIsAllowed() => MoveUp.VerifyAsync(
        [
            """
            public interface IWalk { int Walk(); }
            public class C : IWalk { public virtual int Walk() => [|Engine.Current|].Seed; static int M(IWalk w) => w.Walk(); }
            public class D(int x) { int seed = x + [|Engine.Current|].Seed; public int Seed => seed; static D M() => new(1); }
            """,
        ],
        [
            """
            public interface IWalk { int Walk(Engine engine); }
            public class C : IWalk { public virtual int Walk(Engine engine) => engine.Seed; static int M(IWalk w) => w.Walk(Engine.Current); }
            public class D(Engine engine, int x) { int seed = x + engine.Seed; public int Seed => seed; static D M() => new(Engine.Current, 1); }
            """,
        ],
        new ChangeOptions(KeepsPublicSignatures: false));
}
