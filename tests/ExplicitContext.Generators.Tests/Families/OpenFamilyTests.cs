namespace ExplicitContext.Generators.Tests.Families;

/// <summary>What other assemblies can override or implement still runs, and sees the context that was handed in.</summary>
public class OpenFamilyTests
{
    [Fact]
    public void OverrideOfAnotherAssembly_RunsUnderTheScope()
    {
        var run = FamilyRun.Of("public partial class B { public virtual string N() => Engine.Current.Name; } public partial class Demo { [PassContext] public static string M(B b) => b.N(); }");

        Assert.Contains("    internal static string M(Engine engine, B b) => b.N(engine);", run.Text, StringComparison.Ordinal);
        Assert.Equal("other given", run.Call("public class Other : B { public override string N() => \"other \" + base.N(); }"));
        var report = Assert.Single(run.Reports);
        Assert.Equal(("ECTX5002", "M:Sample.B.N"), (report.Rule, report.Symbol));
        Assert.Equal("Other assemblies can derive from 'B', and what they write must still run. The overload of 'B.N' therefore calls the original under 'Engine.Enter'.", report.Message);
    }

    [Fact]
    public void ImplementationOfAnotherAssembly_RunsUnderTheScope()
    {
        var run = FamilyRun.Of("public partial interface I { string N(); string P { get; } } public sealed partial class C : I { public string N() => Engine.Current.Name; public string P => Engine.Current.Name; } public partial class Demo { [PassContext] public static string M(I i) => i.N() + i.P; }");

        Assert.Equal("other given5", run.Call("public class Other : I { public string N() => \"other \" + Engine.Current.Name; public string P => \"5\"; }"));
        Assert.Contains("internal string N(Engine engine) => engine.Name;", run.Text, StringComparison.Ordinal);
        Assert.Contains("string I.N(Engine engine) => N(engine);", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ClassThatOthersDeriveFrom_LeavesTheInterfacesBridge_SinceTheyMayImplementItAnew()
    {
        var run = FamilyRun.Of("public partial interface I { string N(); } public partial class C : I { public string N() => Engine.Current.Name; } public partial class Demo { [PassContext] public static string M(I i) => i.N(); }");

        Assert.Equal("anew given", run.Call("public class Other : C, I { public new string N() => \"anew \" + base.N(); }"));
        Assert.DoesNotContain("I.N(", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void OverrideThatNobodyElseCanOverride_IsRewritten_UnlessItCallsItsBase()
    {
        var run = FamilyRun.Of(
            """
            public partial class B { public virtual string N() => Engine.Current.Name; }
            public sealed partial class D : B { public override string N() => "d " + Engine.Current.Name; }
            internal partial class E : B { public override string N() => "e " + base.N(); }
            public partial class Demo { [PassContext] public static string M() { B b = new D(), c = new E(); return b.N() + " " + c.N(); } }
            """);

        Assert.Contains("    internal override string N(Engine engine) => \"d \" + engine.Name;", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"e \"", run.Text, StringComparison.Ordinal);
        Assert.Equal("d given e given", run.Call());
    }

    [Fact]
    public void CallOnTheBase_StaysWhereTheOverloadWouldCallWhatOverridesIt()
    {
        var run = FamilyRun.Of(
            """
            public partial class B { public virtual string N() => Engine.Current.Name; }
            public partial class D : B { public override string N() => "d"; internal string O() => base.N() + Engine.Current.Name; }
            public partial class Demo { [PassContext] public static string M() => new D().O(); }
            """);

        Assert.Equal("givengiven", run.Call());
        Assert.Contains(run.Reports, report => report.Symbol == "M:Sample.D.O" && report.Message.Contains("'N' is called on 'base' here", StringComparison.Ordinal));
    }

    [Fact]
    public void AbstractMember_BecomesVirtual_SoThatOthersCanStillDerive()
    {
        var run = FamilyRun.Of("public abstract partial class B { protected abstract string N(); [PassContext] internal string O() => N(); } public sealed partial class D : B { protected override string N() => Engine.Current.Name; } public partial class Demo { [PassContext] public static string M(B b) => b.O(); }");

        Assert.Contains("private protected virtual string N(Engine engine)", run.Text, StringComparison.Ordinal);
        Assert.Equal("other given", run.Call("public class Other : B { protected override string N() => \"other \" + Engine.Current.Name; }"));
    }

    [Fact]
    public void AsynchronousMember_IsAwaitedInsideOfTheScope()
    {
        var run = FamilyRun.Of("public partial class B { public virtual Task<string> N() => Task.FromResult(Engine.Current.Name); } public partial class Demo { [PassContext] public static string M(B b) => b.N().Result; }");

        Assert.Equal("given", run.Call("public class Other : B { public override async Task<string> N() { await Task.Yield(); return Engine.Current.Name; } }"));
    }

    [Theory]
    [InlineData("public class B", "protected internal virtual", "private B() { } public class Inner", true)]
    [InlineData("public class B", "public virtual", "", true)]
    [InlineData("public abstract class B", "protected virtual", "", true)]
    [InlineData("public class B", "internal virtual", "", false)]
    [InlineData("public class B", "private protected virtual", "", false)]
    [InlineData("public class B", "public virtual", "private B() { } internal class D : B { }", false)]
    [InlineData("public class B", "public virtual", "internal B() { }", false)]
    [InlineData("public class B", "public virtual", "private B() { } public class D : B { }", true)]
    [InlineData("public class B", "public virtual", "private B() { } public partial class D : B { public sealed override string N() => Engine.Current.Name; }", false)]
    [InlineData("internal class B", "public virtual", "", false)]
    public void FamilyIsOpen_WhereAnotherAssemblyCanOverride(string type, string modifiers, string rest, bool isOpen)
    {
        rest = rest.EndsWith("Inner", StringComparison.Ordinal) ? "private B() { } public class D : B { }" : rest;
        var run = FamilyRun.Of($"{type.Replace("class", "partial class", StringComparison.Ordinal)} {{ {modifiers} string N() => Engine.Current.Name; {rest} [PassContext] internal string O() => N(); }} public partial class Demo {{ }}");

        Assert.Equal(isOpen, run.Text.Contains("using (Engine.Enter(engine))", StringComparison.Ordinal));
        Assert.Contains("O(Engine engine) => N(engine);", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void FriendAssemblies_CanOverrideWhatIsInternal()
    {
        var code = "public partial class Demo { internal virtual string N() => Engine.Current.Name; [PassContext] internal static string M() => new Demo().N(); }";

        Assert.DoesNotContain("Enter", FamilyRun.Of(code).Text, StringComparison.Ordinal);
        Assert.Contains("using (Engine.Enter(engine))", FamilyRun.Of(code, assembly: "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public partial class B { public virtual string N() => Engine.Current.Name; } public partial class Demo { [PassContext] public static string M(B b) => b.N() + Engine.Current.Name; }", "'B.N'", "other assemblies can derive from 'B'")]
    [InlineData("public partial interface I { string N(); } public partial class C : I { public string N() => Engine.Current.Name; } public partial class Demo { [PassContext] public static string M(I i) => i.N() + Engine.Current.Name; }", "'I.N'", "other assemblies can implement 'I'")]
    public void WithoutAScope_TheFamilyIsRefused_AndTheCallIsKept(string code, string family, string reason)
    {
        var run = FamilyRun.Of(code, hasScope: false);

        var report = Assert.Single(run.Reports.DistinctBy(report => report.Message));
        Assert.Contains($"No context-passing overload for {family} and what overrides or implements it: {reason}", report.Message, StringComparison.Ordinal);
        Assert.Contains("nothing says how 'Engine.Current' is set for a while (EnteredBy)", report.Message, StringComparison.Ordinal);
        Assert.Contains(".N() + engine.Name", run.Text, StringComparison.Ordinal);
    }
}
