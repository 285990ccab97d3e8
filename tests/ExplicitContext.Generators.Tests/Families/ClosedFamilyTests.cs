namespace ExplicitContext.Generators.Tests.Families;

/// <summary>The overloads of members that only this compilation overrides or implements.</summary>
public class ClosedFamilyTests
{
    [Fact]
    public void Members_KeepTheirModifiers_AndOutsideNobodySeesThem()
    {
        var text = FamilyRun.Of(
            """
            public abstract partial class B
            {
                private protected B() { }
                public abstract string A();
                protected virtual string V() => "v";
                protected internal virtual string W => "w";
                [PassContext] internal string All() => A() + V() + W;
            }
            public sealed partial class D : B
            {
                public sealed override string A() => Engine.Current.Name;
                protected override string V() => Engine.Current.Name;
                protected internal override string W => Engine.Current.Name;
            }
            """).Text;

        Assert.Contains("    internal abstract string A(Engine engine);", text, StringComparison.Ordinal);
        Assert.Contains("    private protected virtual string V(Engine engine) => V();", text, StringComparison.Ordinal);
        Assert.Contains("    internal virtual string GetW(Engine engine) => W;", text, StringComparison.Ordinal);
        Assert.Contains("    internal sealed override string A(Engine engine) => engine.Name;", text, StringComparison.Ordinal);
        Assert.Contains("    private protected override string V(Engine engine) => engine.Name;", text, StringComparison.Ordinal);
        Assert.Contains("    internal override string GetW(Engine engine) => engine.Name;", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Implementation_StaysPublicWhereNobodyOutsideSeesIt_AndHasABridgeElsewhere()
    {
        var text = FamilyRun.Of(
            """
            internal partial interface I<T> { T N<U>(T x, ref U y, params int[] z) where U : struct; }
            internal sealed partial class C : I<string> { public string N<U>(string x, ref U y, params int[] z) where U : struct => x + Engine.Current.Name; }
            public sealed partial class D : I<int> { public int N<U>(int x, ref U y, params int[] z) where U : struct => x; }
            public partial class Demo { [PassContext] internal static string M(I<string> i) { var y = 2; return i.N("a", ref y, 1, 2); } }
            """).Text;

        Assert.Contains("    T N<U>(Engine engine, T x, ref U y, params int[] z) where U : struct;", text, StringComparison.Ordinal);
        Assert.Contains("    public string N<U>(Engine engine, string x, ref U y, params int[] z) where U : struct => x + engine.Name;", text, StringComparison.Ordinal);
        Assert.Contains("    internal int N<U>(Engine engine, int x, ref U y, params int[] z) where U : struct => N<U>(x, ref y, z);", text, StringComparison.Ordinal);
        Assert.Contains("    int I<int>.N<U>(Engine engine, int x, ref U y, params int[] z) => N<U>(engine, x, ref y, z);", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Hiding_IsSaid_ExactlyWhereTheOverloadHidesOne()
    {
        var text = FamilyRun.Of(
            """
            internal partial class B { public string N() => Engine.Current.Name; public string O() => "o"; }
            internal partial class D : B { public new string N() => Engine.Current.Name; public new string O() => Engine.Current.Name; }
            public partial class Demo { [PassContext] internal static string M(D d) => d.N() + d.O() + ((B)d).N(); }
            """).Text;

        Assert.Contains("    new internal string N(Engine engine) => engine.Name;", text, StringComparison.Ordinal);
        Assert.Contains("    internal string O(Engine engine) => engine.Name;", text, StringComparison.Ordinal);
    }

    [Fact]
    public void RequestOnAnyMember_IsOneOnAll()
    {
        foreach (var marked in new[] { 0, 1, 2 })
        {
            string Mark(int at) => at == marked ? "[PassContext] " : "";
            var text = FamilyRun.Of($"internal abstract partial class B {{ {Mark(0)}public abstract string N(); }} internal partial class D : B {{ {Mark(1)}public override string N() => Engine.Current.Name; }} internal partial class E : B {{ {Mark(2)}public override string N() => \"e\"; }}").Text;

            Assert.Equal(4, text.Split("N(Engine engine)").Length);
        }
    }

    [Fact]
    public void EntryPoint_TakesPartAndIsCalledAsItIs()
    {
        var text = FamilyRun.Of(
            """
            internal abstract partial class B { [PassContext] public abstract string N(); }
            internal partial class D : B { public override string N() => Engine.Current.Name; }
            internal partial class E : B { [ContextEntry] public override string N() => "e" + Engine.Current.Name; }
            """).Text;

        Assert.Contains("    internal override string N(Engine engine) => N();", text, StringComparison.Ordinal);
    }

    [Fact]
    public void OverloadOfTheBaseWrittenByHand_IsOverridden()
    {
        var run = FamilyRun.Of(
            """
            internal partial class B { public virtual string N() => Engine.Current.Name; protected internal virtual string N(Engine engine) => engine.Name; }
            internal partial class D : B { public override string N() => "d " + Engine.Current.Name; }
            public partial class Demo { [PassContext] internal static string M() { B b = new D(); return b.N(); } }
            """);

        Assert.Contains("    protected internal override string N(Engine engine) => \"d \" + engine.Name;", run.Text, StringComparison.Ordinal);
        Assert.Equal("d given", run.Call());
    }

    [Fact]
    public void OverloadsOfAnInterfaceWrittenByHand_AreCalled()
    {
        var run = FamilyRun.Of(
            """
            internal interface I { string N(); string N(Engine engine); }
            internal class C : I { string I.N() => Engine.Current.Name; string I.N(Engine engine) => "hand " + engine.Name; }
            public partial class Demo { [PassContext] internal static string M() { I i = new C(); return i.N(); } }
            """);

        Assert.Empty(run.Reports);
        Assert.Equal("hand given", run.Call());
    }

    [Fact]
    public void TypeThatListsAnInterfaceAgain_InheritsTheBridge()
    {
        var run = FamilyRun.Of(
            """
            internal partial interface I { string N(); }
            public partial class B : I { public string N() => Engine.Current.Name; }
            public class D : B, I { }
            public partial class Demo { [PassContext] internal static string M() { I i = new D(); return i.N(); } }
            """,
            hasScope: false);

        Assert.Empty(run.Reports);
        Assert.Equal("given", run.Call());
    }

    [Fact]
    public void MembersOfOnlyOneName_ThatNobodyOverrides_StandAlone()
    {
        var text = FamilyRun.Of("internal partial interface I { [PassContext] static string S() => P(); private static string P() => Engine.Current.Name; }").Text;

        Assert.Contains("    static string S(Engine engine) => P(engine);", text, StringComparison.Ordinal);
    }
}
