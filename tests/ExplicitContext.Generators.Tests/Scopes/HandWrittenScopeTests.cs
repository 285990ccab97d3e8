using ExplicitContext.Generators.Tests.Constructs;
using ExplicitContext.Generators.Tests.Families;

namespace ExplicitContext.Generators.Tests.Scopes;

/// <summary>Overloads written by hand that call their original under a scope: what overrides the original must not call them on its base.</summary>
public class HandWrittenScopeTests
{
    private const string Scoped = "{ using (Engine.Enter(engine)) return N(); }";

    [Theory]
    [InlineData("public virtual int N(Engine engine) " + Scoped)]
    [InlineData("public virtual int N(Engine engine) { using var scope = Engine.Enter(engine); return this.N(); }")]
    [InlineData("public virtual int N(Engine engine) { int result; using (Engine.Enter(engine)) { result = N(); } return result; }")]
    [InlineData("public virtual int N(Engine engine) { var before = Engine.Current; Engine.Current = engine; try { return N(); } finally { Engine.Current = before; } }")]
    [InlineData("public int N(Engine engine) " + Scoped)]
    public async Task OverrideThatCallsItsBase_Inherits(string overload)
    {
        var program = "[PassContext] static int M() { B b = new D(), c = new E(), d = new F(); return b.N() + 100 * c.N() + 10000 * d.N(); } "
            + $"partial class B {{ public virtual int N() => Engine.Current.Next(); {overload} }} "
            + "partial class D : B { public override int N() => base.N() + Engine.Current.Next() * 10; } "
            + "partial class E : D { public override int N() => base.N() * 3; } partial class F : B { public override int N() => Engine.Current.Next(); }";

        RunsAlike(program);
        Assert.Empty(await GraduatedProgram.RunAsync(overload, program, hasScope: true));
    }

    [Theory]
    [InlineData("internal virtual int N(Engine engine) => engine.Next();")]
    [InlineData("internal virtual int N(Engine engine) { if (engine is null) return N(); return engine.Next(); }")]
    [InlineData("internal virtual int N(Engine engine) { using (Engine.Enter(engine)) { N(); return engine.Next(); } }")]
    [InlineData("internal virtual int N(Engine engine) { Func<int> f = () => N(); return engine.Next(); }")]
    [InlineData("internal virtual int N(Engine engine) => new B().N() + engine.Next();")]
    public void OverloadWithABodyOfItsOwn_IsCalledOnTheBase(string overload)
    {
        var program = new ConstructProgram(
            "[PassContext] static int M() => new D().N(); " + $"partial class B {{ public virtual int N() => Engine.Current.Next(); {overload} }} partial class D : B {{ public override int N() => base.N() + 5; }}",
            hasScope: true);

        Assert.Contains("internal override int N(Engine engine) => base.N(engine) + 5;", program.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void CallOnTheBase_StaysInAMemberThatOverridesNothing_AndIsMadeUnderTheScope()
    {
        var program = RunsAlike(
            "[PassContext] static int M() => new D().O(); partial class B { public virtual int N() => Engine.Current.Next(); public virtual int N(Engine engine) " + Scoped + " } "
            + "partial class D : B { public override int N() => base.N() + 10; internal int O() => base.N() + Engine.Current.Next(); }");

        Assert.Contains(program.Reports, report => report.Contains("'N' is called on 'base' here", StringComparison.Ordinal));
    }

    [Fact]
    public void Property_IsJudgedByItsAccessors() => RunsAlike(
        "[PassContext] static int M() { B b = new D(); b.P = 2; return b.P; } partial class B { protected int f; "
        + "public virtual int P { get => f + Engine.Current.Next(); set => f = value + Engine.Current.Next(); } "
        + "internal virtual int GetP(Engine engine) { using (Engine.Enter(engine)) return P; } internal virtual void SetP(Engine engine, int value) { using (Engine.Enter(engine)) P = value; } } "
        + "partial class D : B { public override int P { get => base.P * 10; set => base.P = value + 1; } }");

    [Fact]
    public void AsynchronousMember_IsAwaitedInTheScope() => RunsAlike(
        "[PassContext] static async Task<int> M() { B b = new D(); return await b.N(2); } partial class B { public virtual async Task<int> N<T>(T x) { await Task.Yield(); return Engine.Current.Next(); } "
        + "internal virtual async Task<int> N<T>(Engine engine, T x) { using (Engine.Enter(engine)) { return await N(x).ConfigureAwait(false); } } } "
        + "partial class D : B { public override async Task<int> N<T>(T x) => await base.N(x) + Engine.Current.Next() * 10; }");

    [Fact]
    public void InterfaceMember_LeavesItsImplementationsTheirOwnOverloads() => RunsAlike(
        "[PassContext] static int M() { I i = new C(), j = new D(); return i.N() + j.N(); } partial interface I { int N(); int N(Engine engine) " + Scoped + " } "
        + "partial class C : I { public int N() => Engine.Current.Next(); } partial class D : I { int I.N() => Engine.Current.Next() * 10; }");

    [Fact]
    public void OverloadThatCallsTheOriginalWithoutAScope_MeansWhatItsAuthorWrote()
    {
        var run = FamilyRun.Of(
            """
            internal partial class B { public virtual string N() => Engine.Current.Name; internal virtual string N(Engine engine) => N(); }
            internal partial class D : B { public override string N() => "d " + base.N(); }
            public partial class Demo { [PassContext] internal static string M() => new D().N() + Engine.Current.Name; }
            """);

        Assert.Equal("d ambientgiven", run.Call());
    }

    private static ConstructProgram RunsAlike(string members)
    {
        var program = new ConstructProgram(members, hasScope: true);
        var legacy = program.Legacy();
        var generated = program.Generated(ambient: "decoy");
        Assert.False(string.IsNullOrEmpty(legacy.Seen));
        Assert.True(legacy with { Reads = 0 } == generated with { Reads = 0 }, $"{legacy} became {generated}:\n{program.Text}");
        return program;
    }
}
