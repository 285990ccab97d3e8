using ExplicitContext.Testing;

namespace ExplicitContext.Generators.Tests;

/// <summary>A use of a constructor, an indexer or a name that a generated method takes keeps its meaning, or the overload is not generated.</summary>
public class KindSafetyTests
{
    [Theory]
    [InlineData("partial class C { [PassContext] public C(string? s, object? x = null) => Engine.Current.Next(); } static object Use() => new C(null, null);")]
    [InlineData("partial class C { [PassContext] public C(string? s, object? x = null) => Engine.Current.Next(); } static C Use() => new(null, null);")]
    [InlineData("partial class C { [PassContext] public C(params object?[] all) => Engine.Current.Next(); } static object Use(Engine e) => new C(e, 1);")]
    [InlineData("partial class C { [PassContext] public C(params object?[] all) => Engine.Current.Next(); } class D : C { public D(Engine e) : base(e) { } }")]
    [InlineData("partial class C { [PassContext] public C(params object?[] all) => Engine.Current.Next(); } class D(Engine e) : C(e) { }")]
    [InlineData("partial class C { [PassContext] public C(params object?[] all) => Engine.Current.Next(); public C(Engine e, int x, int y) : this(e, x) { } }")]
    [InlineData("[PassContext] int this[string? s, object? x = null] => Engine.Current.Depth; int Use() => this[null, null];")]
    [InlineData("[PassContext] int this[params object?[] all] => Engine.Current.Depth; int Use(Engine e) => this[e, 1];")]
    [InlineData("[PassContext] public static int operator +(Demo a, int b) => Engine.Current.Depth + b; internal int Add => 3;")]
    [InlineData("[PassContext] public static int operator +(Demo a, int b) => Engine.Current.Depth + b; static int Add(object e, Demo a, int b) => 3; int Use(Engine e) => Add(e, this, 1);")]
    [InlineData("[PassContext] public static explicit operator int(Demo a) => Engine.Current.Depth; static object ToInt32(Demo a) => 3; System.Delegate Use() => ToInt32;")]
    public void OverloadThatWouldTakeAUse_IsTakenOutAgain(string members)
    {
        var run = Run(members);

        Assert.DoesNotContain("(Engine engine", Generated(run), StringComparison.Ordinal);
        Assert.Contains("ECTX5003", run.Sources.Single(source => source.Key.Contains("Report", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("partial class C { [PassContext] public C(string? s) => Engine.Current.Next(); } static object Use() => new C(null);")]
    [InlineData("[PassContext] int this[string? s] => Engine.Current.Depth; int Use() => this[null];")]
    [InlineData("partial class C { [PassContext] public C(object x) => Engine.Current.Next(); } class D(Engine e) : C(e) { }")]
    public void OverloadBesideWhichUsesKeepTheirTarget_IsGenerated(string members) =>
        Assert.Matches(@"[(\[]Engine engine, ", Generated(Run(members)));

    [Theory]
    [InlineData("public int this[int i] { get => Engine.Current.Depth; protected internal set { } }", "internal int this[Engine engine, int i] { get => engine.Depth; set { } }")]
    [InlineData("public int this[int i] { get => Engine.Current.Depth; internal set { } }", "internal int this[Engine engine, int i] { get => engine.Depth; set { } }")]
    [InlineData("public int this[int i] { get => Engine.Current.Depth; protected set { } }", "internal int this[Engine engine, int i] { get => engine.Depth; private protected set { } }")]
    [InlineData("public int this[int i] { get => Engine.Current.Depth; private set { } }", "internal int this[Engine engine, int i] { get => engine.Depth; private set { } }")]
    [InlineData("protected int this[int i] { get => Engine.Current.Depth; private protected set { } }", "private protected int this[Engine engine, int i] { get => engine.Depth; set { } }")]
    [InlineData("public int P { get => 1; protected internal set => Engine.Current.Next(); }", "internal void SetP(Engine engine, int value) => engine.Next();")]
    [InlineData("public int P { get => 1; protected set => Engine.Current.Next(); }", "private protected void SetP(Engine engine, int value) => engine.Next();")]
    [InlineData("public int P { private get => Engine.Current.Next(); set { } }", "private int GetP(Engine engine) => engine.Next();")]
    public void Accessibility_IsThatOfTheAccessor_AndNeverPublic(string member, string expected) =>
        Assert.Contains(expected, Generated(Run("[PassContext] " + member)), StringComparison.Ordinal);

    [Fact]
    public void OverloadOfAPublicConstructor_IsInternal_AndNotWhatSerializersChoose()
    {
        var text = Generated(Run("[PassContext] public partial class C { [System.Text.Json.Serialization.JsonConstructor] public C(int x) => Engine.Current.Next(); protected C() => Engine.Current.Next(); }"));

        Assert.Contains("internal C(Engine engine, int x)", text, StringComparison.Ordinal);
        Assert.Contains("private protected C(Engine engine)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("JsonConstructor", text, StringComparison.Ordinal);
    }

    [Fact]
    public void OverloadWrittenByHand_IsCalled()
    {
        var run = Run(
            """
            [PassContext] static int M() { var c = new C(2) { [1] = 2 }; c.P = 4; c.P += 1; return c[1]; }
            class C
            {
                public C(int x) => Engine.Current.Next();
                public C(Engine engine, int x) => engine.Next();
                public int this[int i] { get => Engine.Current.Next(); set => Engine.Current.Next(); }
                public int this[Engine engine, int i] { get => engine.Next(); set => engine.Next(); }
                public int P { get => 1; set => Engine.Current.Next(); }
                public void SetP(Engine engine, int value) => engine.Next();
            }
            """);

        Assert.Contains(
            "M(Engine engine) { var c = new C(engine, 2) { [engine, 1] = 2 }; c.SetP(engine, 4); c.SetP(engine, c.P + 1); return c[engine, 1]; }",
            Generated(run),
            StringComparison.Ordinal);
    }

    private static GeneratorRun Run(string members) =>
        GeneratorTest<ContextOverloadGenerator>.Run(AmbientEngine.With("using ExplicitContext;\nnamespace Sample;\npublic partial class Demo\n{\n" + members + "\n}\n"));

    private static string Generated(GeneratorRun run) => string.Concat(run.Sources.Where(source => !source.Key.Contains("Report", StringComparison.Ordinal)).Select(source => source.Value));
}
