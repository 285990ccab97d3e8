namespace ExplicitContext.ChangeSignature.Tests;

/// <summary>Several requests in one pass.</summary>
public sealed class TogetherTests
{
    [Fact]
    public Task CallerAndCallee_HandOnTheCallersOwnParameter() => MoveUp.VerifyAsync(
        """
        static class Program
        {
            static int Inner(int x) => x + [|Engine.Current|].Seed + [|Engine.Current|].Options.Depth;
            static int Outer(int x) => Inner(x) + [|Engine.Current|].Seed;
            static int Top(int x) => Outer(x) + Inner(x);
            public static string Run() => Top(1).ToString();
        }
        """,
        """
        static class Program
        {
            static int Inner(Engine engine, int x) => x + engine.Seed + engine.Options.Depth;
            static int Outer(Engine engine, int x) => Inner(engine, x) + engine.Seed;
            static int Top(int x) => Outer(Engine.Current, x) + Inner(Engine.Current, x);
            public static string Run() => Top(1).ToString();
        }
        """);

    [Fact]
    public Task Recursion_HandsOnTheParameter() => MoveUp.VerifyAsync(
        """
        static class Program
        {
            static int Fall(int x) => x == 0 ? [|Engine.Current|].Seed : Fall(x - 1);
            static bool Even(int x) => x == 0 ? [|Engine.Current|].Seed >= 0 : Odd(x - 1);
            static bool Odd(int x) => x != 0 && (x == 1 ? [|Engine.Current|].Seed >= 0 : Even(x - 1));
            public static string Run() => $"{Fall(3)} {Even(4)} {Odd(5)}";
        }
        """,
        """
        static class Program
        {
            static int Fall(Engine engine, int x) => x == 0 ? engine.Seed : Fall(engine, x - 1);
            static bool Even(Engine engine, int x) => x == 0 ? engine.Seed >= 0 : Odd(engine, x - 1);
            static bool Odd(Engine engine, int x) => x != 0 && (x == 1 ? engine.Seed >= 0 : Even(engine, x - 1));
            public static string Run() => $"{Fall(Engine.Current, 3)} {Even(Engine.Current, 4)} {Odd(Engine.Current, 5)}";
        }
        """);

    [Fact]
    public Task TwoOverridesOfOneMember_AreOneChange() => MoveUp.VerifyAsync(
        """
        abstract class A { internal abstract int M(); internal int N() => M(); }
        class B : A { internal override int M() => [|Engine.Current|].Seed; }
        class C : A { internal override int M() => [|Engine.Current|].Seed + N(); }
        """,
        """
        abstract class A { internal abstract int M(Engine engine); internal int N() => M(Engine.Current); }
        class B : A { internal override int M(Engine engine) => engine.Seed; }
        class C : A { internal override int M(Engine engine) => engine.Seed + N(); }
        """);

    [Fact]
    public Task LambdaThatIsStored_GoesOnReadingTheAmbientWhenItRuns() => MoveUp.VerifyAsync(
        """
        class C
        {
            Func<int>? kept;
            static int Walk() => [|Engine.Current|].Seed;
            void M() { kept = () => Walk(); kept += Walk2; Use([|Engine.Current|]); }
            static int Walk2() => 1;
            void Use(Engine engine) { }
        }
        """,
        """
        class C
        {
            Func<int>? kept;
            static int Walk(Engine engine) => engine.Seed;
            void M(Engine engine) { kept = () => Walk(Engine.Current); kept += Walk2; Use(engine); }
            static int Walk2() => 1;
            void Use(Engine engine) { }
        }
        """);

    [Fact]
    public Task RequestThatFails_DoesNotStopTheOthers() => MoveUp.VerifyPartlyAsync(
        """
        class C
        {
            event Action? Changed;
            C() => Changed += Handle;
            void Handle() => Use([|Engine.Current|]);
            void Use(Engine engine) { }
            int Walk(int x) => [|Engine.Current|].Seed + x;
            int Call() => Walk(1);
        }
        """,
        """
        class C
        {
            event Action? Changed;
            C() => Changed += Handle;
            void Handle() => Use(Engine.Current);
            void Use(Engine engine) { }
            int Walk(Engine engine, int x) => engine.Seed + x;
            int Call() => Walk(Engine.Current, 1);
        }
        """,
        "'Handle' handles an event or is added to a delegate, from which a lambda could not be taken away again.");

    [Fact]
    public Task RequestThatWouldNotCompile_IsDroppedAndTheRestDoneAgain() => MoveUp.VerifyPartlyAsync(
        """
        class Made { internal Made() { _ = [|Engine.Current|].Seed; } }
        class C
        {
            static T Make<T>() where T : new() => new T();
            static int Walk() => [|Engine.Current|].Seed + Make<Open>().GetHashCode();
        }
        class Open { public Open() { Walk = [|Engine.Current|].Seed; } internal int Walk; }
        """,
        """
        class Made { internal Made(Engine engine) { _ = engine.Seed; } }
        class C
        {
            static T Make<T>() where T : new() => new T();
            static int Walk(Engine engine) => engine.Seed + Make<Open>().GetHashCode();
        }
        class Open { public Open() { Walk = Engine.Current.Seed; } internal int Walk; }
        """,
        "The result would not compile: 'Open' must be a non-abstract type with a public parameterless constructor in order to use it as parameter 'T' in the generic type or method 'C.Make<T>()' (CS0310).");
}
