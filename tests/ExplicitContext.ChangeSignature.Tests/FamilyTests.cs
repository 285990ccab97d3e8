namespace ExplicitContext.ChangeSignature.Tests;

/// <summary>Members that must look alike change together.</summary>
public sealed class FamilyTests
{
    [Fact]
    public Task Overrides_ChangeUpAndDown() => MoveUp.VerifyAsync(
        """
        abstract class A { internal abstract int M(int x); }
        class B : A { internal override int M(int x) => x + [|Engine.Current|].Seed; }
        class C : B { internal sealed override int M(int y) => base.M(y) + 1; }
        class D : A { internal override int M(int x) => Engine.Find().Seed; }
        static class Program { static int All(A a) => a.M(1); public static string Run() => $"{All(new B())} {All(new C())} {All(new D())} {new C().M(y: 2)}"; }
        """,
        """
        abstract class A { internal abstract int M(Engine engine, int x); }
        class B : A { internal override int M(Engine engine, int x) => x + engine.Seed; }
        class C : B { internal sealed override int M(Engine engine, int y) => base.M(engine, y) + 1; }
        class D : A { internal override int M(Engine engine, int x) => engine.Seed; }
        static class Program { static int All(A a) => a.M(Engine.Current, 1); public static string Run() => $"{All(new B())} {All(new C())} {All(new D())} {new C().M(Engine.Current, y: 2)}"; }
        """);

    [Fact]
    public Task Interface_ChangesWithAllThatImplementsIt() => MoveUp.VerifyAsync(
        """
        interface IWalk { int Walk(int x); }
        class Implicit : IWalk { public int Walk(int x) => x + [|Engine.Current|].Seed; }
        class Explicit : IWalk { int IWalk.Walk(int x) => 2 * x; }
        class Base { public virtual int Walk(int x) => 3 * x; }
        class Inherited : Base, IWalk { }
        class Further : Inherited { public override int Walk(int x) => base.Walk(x) + 1; }
        class Other { public int Walk(int x) => x; }
        static class Program
        {
            static int All(params IWalk[] all) => all.Sum(one => one.Walk(1));
            public static string Run() => $"{All(new Implicit(), new Explicit(), new Inherited(), new Further())} {new Other().Walk(1)} {new Base().Walk(2)}";
        }
        """,
        """
        interface IWalk { int Walk(Engine engine, int x); }
        class Implicit : IWalk { public int Walk(Engine engine, int x) => x + engine.Seed; }
        class Explicit : IWalk { int IWalk.Walk(Engine engine, int x) => 2 * x; }
        class Base { public virtual int Walk(Engine engine, int x) => 3 * x; }
        class Inherited : Base, IWalk { }
        class Further : Inherited { public override int Walk(Engine engine, int x) => base.Walk(engine, x) + 1; }
        class Other { public int Walk(int x) => x; }
        static class Program
        {
            static int All(params IWalk[] all) => all.Sum(one => one.Walk(Engine.Current, 1));
            public static string Run() => $"{All(new Implicit(), new Explicit(), new Inherited(), new Further())} {new Other().Walk(1)} {new Base().Walk(Engine.Current, 2)}";
        }
        """);

    [Fact]
    public Task GenericInterface_ChangesWithItsImplementations() => MoveUp.VerifyAsync(
        """
        interface IWalk<T> { T Walk<U>(T x, U y); }
        class A : IWalk<int> { public int Walk<U>(int x, U y) => x + [|Engine.Current|].Seed; }
        class B<T> : IWalk<T> { public T Walk<U>(T x, U y) => x; }
        static class Program { static T Call<T>(IWalk<T> walk, T x) => walk.Walk<string>(x, ""); public static string Run() => Call(new A(), 1) + Call(new B<string>(), "b"); }
        """,
        """
        interface IWalk<T> { T Walk<U>(Engine engine, T x, U y); }
        class A : IWalk<int> { public int Walk<U>(Engine engine, int x, U y) => x + engine.Seed; }
        class B<T> : IWalk<T> { public T Walk<U>(Engine engine, T x, U y) => x; }
        static class Program { static T Call<T>(IWalk<T> walk, T x) => walk.Walk<string>(Engine.Current, x, ""); public static string Run() => Call(new A(), 1) + Call(new B<string>(), "b"); }
        """);

    [Fact]
    public Task StaticAbstractMember_ChangesWithItsImplementations() => MoveUp.VerifyAsync(
        """
        interface IMade<T> where T : IMade<T> { static abstract T Make(int x); }
        class A : IMade<A> { public int X; public static A Make(int x) => new A { X = x + [|Engine.Current|].Seed }; }
        static class Program { static T Make<T>() where T : IMade<T> => T.Make(1); public static string Run() => Make<A>().X.ToString(); }
        """,
        """
        interface IMade<T> where T : IMade<T> { static abstract T Make(Engine engine, int x); }
        class A : IMade<A> { public int X; public static A Make(Engine engine, int x) => new A { X = x + engine.Seed }; }
        static class Program { static T Make<T>() where T : IMade<T> => T.Make(Engine.Current, 1); public static string Run() => Make<A>().X.ToString(); }
        """);

    [Fact]
    public Task DefaultImplementationOfAnInterface_Changes() => MoveUp.VerifyAsync(
        """
        interface IWalk { int Walk() => [|Engine.Current|].Seed; }
        class A : IWalk { }
        class B : IWalk { public int Walk() => 3; }
        static class Program { public static string Run() => $"{((IWalk)new A()).Walk()} {new B().Walk()}"; }
        """,
        """
        interface IWalk { int Walk(Engine engine) => engine.Seed; }
        class A : IWalk { }
        class B : IWalk { public int Walk(Engine engine) => 3; }
        static class Program { public static string Run() => $"{((IWalk)new A()).Walk(Engine.Current)} {new B().Walk(Engine.Current)}"; }
        """);

    [Fact]
    public Task OverridesAndCallersInAnotherProject_ChangeToo() => MoveUp.VerifyAsync(
        World.Of(
            """
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Second")]
            class A { internal virtual int M(int x) => x + [|Engine.Current|].Seed; }
            """)
            .And("Second", "class B : A { internal override int M(int x) => base.M(x) + 1; static int N() => new B().M(1) + new A().M(2); }"),
        [
            """
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Second")]
            class A { internal virtual int M(Engine engine, int x) => x + engine.Seed; }
            """,
            "class B : A { internal override int M(Engine engine, int x) => base.M(engine, x) + 1; static int N() => new B().M(Engine.Current, 1) + new A().M(Engine.Current, 2); }",
        ]);

    [Fact]
    public Task RequestFromTheOtherProject_ChangesTheBase() => MoveUp.VerifyAsync(
        World.Of(
            """
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Second")]
            class A { internal virtual int M(int x) => x; }
            """)
            .And("Second", "class B : A { internal override int M(int x) => base.M(x) + [|Engine.Current|].Seed; }"),
        [
            """
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Second")]
            class A { internal virtual int M(Engine engine, int x) => x; }
            """,
            "class B : A { internal override int M(Engine engine, int x) => base.M(engine, x) + engine.Seed; }",
        ]);
}
