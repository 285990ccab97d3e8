namespace ExplicitContext.ChangeSignature.Tests;

/// <summary>Constructors, and everything that calls them, said or unsaid.</summary>
public sealed class ConstructorTests
{
    [Fact]
    public Task Constructor_IsHandedTheContextByEverythingThatCallsIt() => MoveUp.VerifyAsync(
        """
        class Node
        {
            public readonly int Depth;
            public int Width { get; set; }
            internal Node() : this(1) { }
            internal Node(int depth) { Depth = depth + [|Engine.Current|].Seed; }
        }

        class Leaf : Node
        {
            internal Leaf(Engine engine) : base(2) { }
            internal Leaf() : base(depth: 3) { }
        }

        class Twig(int x) : Node(x);

        static class Program
        {
            public static string Run()
            {
                Engine.Current.Seed = 2;
                Node made = new(1) { Width = 2 };
                return $"{made.Depth} {new Node(2).Depth} {new Leaf(Engine.Current).Depth} {new Leaf().Depth} {new Twig(4).Depth} {new Node().Depth}";
            }
        }
        """,
        """
        class Node
        {
            public readonly int Depth;
            public int Width { get; set; }
            internal Node() : this(Engine.Current, 1) { }
            internal Node(Engine engine, int depth) { Depth = depth + engine.Seed; }
        }

        class Leaf : Node
        {
            internal Leaf(Engine engine) : base(engine, 2) { }
            internal Leaf() : base(Engine.Current, depth: 3) { }
        }

        class Twig(int x) : Node(Engine.Current, x);

        static class Program
        {
            public static string Run()
            {
                Engine.Current.Seed = 2;
                Node made = new(Engine.Current, 1) { Width = 2 };
                return $"{made.Depth} {new Node(Engine.Current, 2).Depth} {new Leaf(Engine.Current).Depth} {new Leaf().Depth} {new Twig(4).Depth} {new Node().Depth}";
            }
        }
        """);

    [Fact]
    public Task ImplicitCallsOfABaseConstructor_AreWrittenOut() => MoveUp.VerifyAsync(
        """
        class Node
        {
            public int Depth;
            internal Node() => Depth = [|Engine.Current|].Seed;
        }

        class Leaf : Node
        {
            public Leaf(Engine engine)
            {
            }

            public Leaf() => Depth++;
        }

        class Twig(int x) : Node { public int X => x; }

        class Bud : Node
        {
            public int Size = 1;
        }

        abstract class Stem : Node { }

        class Root : Stem;

        static class Program
        {
            public static string Run()
            {
                Engine.Current.Seed = 2;
                return $"{new Node { Depth = 9 }.Depth} {new Leaf(Engine.Current).Depth} {new Leaf().Depth} {new Twig(1).Depth} {new Bud().Depth} {new Root().Depth}";
            }
        }
        """,
        """
        class Node
        {
            public int Depth;
            internal Node(Engine engine) => Depth = engine.Seed;
        }

        class Leaf : Node
        {
            public Leaf(Engine engine) : base(engine)
            {
            }

            public Leaf() : base(Engine.Current) => Depth++;
        }

        class Twig(int x) : Node(Engine.Current) { public int X => x; }

        class Bud : Node
        {
            public Bud()
                : base(Engine.Current)
            {
            }

            public int Size = 1;
        }

        abstract class Stem : Node { protected Stem() : base(Engine.Current) { } }

        class Root : Stem;

        static class Program
        {
            public static string Run()
            {
                Engine.Current.Seed = 2;
                return $"{new Node(Engine.Current) { Depth = 9 }.Depth} {new Leaf(Engine.Current).Depth} {new Leaf().Depth} {new Twig(1).Depth} {new Bud().Depth} {new Root().Depth}";
            }
        }
        """);

    [Fact]
    public Task CreationWithoutArgumentList_GetsOne() => MoveUp.VerifyAsync(
        "class C { internal int W; internal C() { W = [|Engine.Current|].Seed; } static C M() => new C { W = 1 }; static C N() => new() { W = 1 }; static List<C> O() => [new C { }, new()]; }",
        "class C { internal int W; internal C(Engine engine) { W = engine.Seed; } static C M() => new C(Engine.Current) { W = 1 }; static C N() => new(Engine.Current) { W = 1 }; static List<C> O() => [new C(Engine.Current) { }, new(Engine.Current)]; }");

    [Fact]
    public Task PrimaryConstructor_TakesWhatItsInitialisersRead() => MoveUp.VerifyAsync(
        """
        /// <summary>A node.</summary>
        /// <param name="x">X.</param>
        class Node(int x) : Base([|Engine.Current|].Seed)
        {
            private readonly int seed = [|Engine.Current|].Seed + x;
            public int Sum { get; } = Engine.Find().Seed;
            public int All() => seed + Sum + Value;
        }

        class Base(int value) { public int Value => value; }

        static class Program { public static string Run() => new Node(3).All().ToString(); }
        """,
        """
        /// <summary>A node.</summary>
        /// <param name="engine">The engine.</param>
        /// <param name="x">X.</param>
        class Node(Engine engine, int x) : Base(engine.Seed)
        {
            private readonly int seed = engine.Seed + x;
            public int Sum { get; } = engine.Seed;
            public int All() => seed + Sum + Value;
        }

        class Base(int value) { public int Value => value; }

        static class Program { public static string Run() => new Node(Engine.Current, 3).All().ToString(); }
        """);

    [Fact]
    public Task PrimaryConstructorOfAStructInTwoParts_TakesTheContext() => MoveUp.VerifyAsync(
        ["partial struct S(int x) { public int X => x; static S M() => new(1); }", "partial struct S { readonly int seed = [|Engine.Current|].Seed; public int Seed => seed; }"],
        ["partial struct S(Engine engine, int x) { public int X => x; static S M() => new(Engine.Current, 1); }", "partial struct S { readonly int seed = engine.Seed; public int Seed => seed; }"]);

    [Fact]
    public Task ArgumentOfAnInitialiser_IsReadFromTheParameter() => MoveUp.VerifyAsync(
        "class C { internal C(int seed) { } internal C() : this([|Engine.Current|].Seed) { } static C M() => new C(); }",
        "class C { internal C(int seed) { } internal C(Engine engine) : this(engine.Seed) { } static C M() => new C(Engine.Current); }");

    [Fact]
    public Task CreationFromTheOverloadThatWouldCaptureIt_IsRefusedOrNamed() => MoveUp.VerifyAsync(
        "class C { internal C(object first, int x) { } internal C(int x) { x = [|Engine.Current|].Seed; } static C M() => new C(1); static C N() => new C(\"\", 1); }",
        "class C { internal C(object first, int x) { } internal C(Engine engine, int x) { x = engine.Seed; } static C M() => new C(Engine.Current, 1); static C N() => new C(\"\", 1); }");

    [Fact]
    public Task ConstructorCrefs_AreUpdated() => MoveUp.VerifyAsync(
        "/// <summary><see cref=\"C(int)\"/> <see cref=\"C.C(int)\"/></summary>\nclass C { internal C(int x) { x = [|Engine.Current|].Seed; } }",
        "/// <summary><see cref=\"C(Engine, int)\"/> <see cref=\"C.C(Engine, int)\"/></summary>\nclass C { internal C(Engine engine, int x) { x = engine.Seed; } }");
}
