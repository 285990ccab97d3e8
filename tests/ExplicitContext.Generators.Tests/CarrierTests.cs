using ExplicitContext.Generators.Tests.Families;

namespace ExplicitContext.Generators.Tests;

/// <summary>A type whose instances hold a context is handed none: its members are called as they are.</summary>
public class CarrierTests
{
    [Theory]
    [InlineData("class C { readonly Engine held = new(\"held\"); public string N() => Engine.Current.Name + held.Name; }")]
    [InlineData("class C { public Engine Held { get; } = new(\"held\"); public string N() => Engine.Current.Name; }")]
    [InlineData("class C { public Engine Held { get; init; } = new(\"held\"); public string N() => Engine.Current.Name; }")]
    [InlineData("class C(Engine held) { public C() : this(new(\"held\")) { } public string N() => Engine.Current.Name + held.Name; }")]
    [InlineData("class B { protected readonly Engine held = new(\"held\"); } class C : B { public string N() => Engine.Current.Name; }")]
    [InlineData("[ContextCarrier] class C { Engine held = new(\"held\"); public string N() => Engine.Current.Name + held.Name; }")]
    [InlineData("record C(Engine Held) { public C() : this(new Engine(\"held\")) { } public string N() => Engine.Current.Name; }")]
    [InlineData("partial class C { readonly Engine held = new(\"held\"); public string N() => O() + held.Name; static string O() => Engine.Current.Name; }")]
    public void MemberOfACarrier_GetsNoParameter_AndIsCalledAsItIs(string carrier)
    {
        var run = FamilyRun.Of($"{carrier} public partial class Demo {{ [PassContext] internal static string M() => new C().N() + Engine.Current.Name; }}", hasScope: false);

        Assert.Contains("M(Engine engine) => new C().N() + engine.Name;", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(" N(Engine", run.Text, StringComparison.Ordinal);
        Assert.Empty(run.Reports);
    }

    [Theory]
    [InlineData("partial class C { Engine held = new(\"held\"); public string N() => Engine.Current.Name + held.Name; }")]
    [InlineData("partial class C { readonly Engine? held = new(\"held\"); public string N() => Engine.Current.Name + held?.Name; }")]
    [InlineData("partial class C { static readonly Engine held = new(\"held\"); public string N() => Engine.Current.Name + held.Name; }")]
    [InlineData("partial class C { public Engine Held => Engine.Current; public string N() => Engine.Current.Name; }")]
    [InlineData("[ContextCarrier] partial class C { public string N() => Engine.Current.Name; }")]
    public void TypeThatMayHoldNoContext_OrAnother_IsNoCarrier(string type)
    {
        var run = FamilyRun.Of($"{type} public partial class Demo {{ [PassContext] internal static string M() => new C().N() + Engine.Current.Name; }}", hasScope: false);

        Assert.Contains("M(Engine engine) => new C().N(engine) + engine.Name;", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void RequestForACarriersMember_AsksForNothing()
    {
        var run = FamilyRun.Of("[PassContext] partial class C { readonly Engine held = new(\"held\"); public string N() => Engine.Current.Name + held.Name; public static string S() => Engine.Current.Name; }", hasScope: false);

        Assert.Contains("S(Engine engine)", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("N(Engine", run.Text, StringComparison.Ordinal);
        Assert.Empty(run.Reports);
    }

    [Fact]
    public void MemberThatNeedsAnotherContextToo_WritesTheHeldOne()
    {
        var run = FamilyRun.Of(
            """
            [ContextType("session", ParameterName = "session")] public class Session { [AmbientAccessor] public static Session Current { get; } = new(); public string Name => "s"; }
            partial class C { readonly Engine held = new("held"); public string N() => Engine.Current.Name + held.Name + Session.Current.Name; }
            public partial class Demo { [PassContext] internal static string K(C c) => c.N() + Session.Current.Name; }
            """,
            hasScope: false);

        Assert.Contains("N(Session session) => this.held.Name + held.Name + session.Name;", run.Text, StringComparison.Ordinal);
        Assert.Contains("c.N(session) + session.Name", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void CarrierInAFamily_TakesTheContextWithTheOthers()
    {
        var run = FamilyRun.Of(
            """
            partial interface I { string N(); }
            partial class C : I { readonly Engine held = new("held"); public string N() => Engine.Current.Name; }
            partial class D : I { public string N() => Engine.Current.Name; }
            public partial class Demo { [PassContext] internal static string M() { I i = new C(), j = new D(); return i.N() + j.N(); } }
            """,
            hasScope: false);

        Assert.Equal("givengiven", run.Call());
    }
}
