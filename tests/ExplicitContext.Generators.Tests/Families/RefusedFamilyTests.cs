namespace ExplicitContext.Generators.Tests.Families;

/// <summary>One member that cannot take the context refuses its whole family: in one finding, at the place where it is mended.</summary>
public class RefusedFamilyTests
{
    [Theory]
    [InlineData("abstract partial class B { public abstract int N(); } class D : B { public override int N() => Engine.Current.Name.Length; }", "ECTX5001", "T:Sample.D", "'D' is not partial")]
    [InlineData("interface I { int N(); } partial class C : I { public int N() => Engine.Current.Name.Length; } partial class B : C { }", "ECTX5001", "T:Sample.I", "'I' is not partial")]
    [InlineData("partial class B : ICloneable { public virtual object Clone() => this; } partial class D : B { public override object Clone() => Engine.Current; }", "", "", "")]
    [InlineData("partial class B { public virtual int N(string? s, object? x) => 0; public virtual int N(Engine e, string? s, object? x) => 0; } partial class D : B { object? U() => typeof(D).GetMethod(\"N\", (System.Reflection.BindingFlags)60); public override int N(string? s, object? x) => Engine.Current.Name.Length; }", "ECTX5003", "M:Sample.D.N(System.String,System.Object)", "would find two methods")]
    [InlineData("partial interface I { int N(); } partial class C : I { public int N() => Engine.Current.Name.Length; } partial class B : I { static void U() { Action<int> a = x => { }; } int I.N() => 0; private void N(Engine engine, int y) { } public string O() => new B().GetType().Name; } file class F : I { public int N() => 3; }", "ECTX5002", "M:Sample.<Code>", "file-local")]
    public void Family_IsRefusedOnce(string code, string rule, string symbol, string message)
    {
        var run = FamilyRun.Of(code + " public partial class Demo { [PassContext] internal static int M(object o) => o switch { B b => b.GetHashCode(), _ => 0 } + Engine.Current.Name.Length; " + Calls(code) + "}");

        if (rule.Length == 0)
        {
            Assert.Empty(run.Reports);
            return;
        }

        var report = Assert.Single(run.Reports, report => !report.Symbol.Contains("Demo", StringComparison.Ordinal));
        Assert.Equal(rule, report.Rule);
        Assert.Contains(message, report.Message, StringComparison.Ordinal);
        Assert.StartsWith(symbol.Split('<')[0], report.Symbol, StringComparison.Ordinal);
        Assert.DoesNotContain("N(Engine", run.Text, StringComparison.Ordinal);
    }

    private static string Calls(string code) =>
        code.Contains("interface I ", StringComparison.Ordinal) ? "[PassContext] internal static int K(I i) => i.N();"
        : code.Contains("Clone", StringComparison.Ordinal) ? "[PassContext] internal static object K(B b) => b.Clone();"
        : code.Contains("string?", StringComparison.Ordinal) ? "[PassContext] internal static int K(B b) => b.N(\"\", 1);"
        : "[PassContext] internal static int K(B b) => b.N();";

    [Fact]
    public void OverrideOfAMemberDeclaredElsewhere_IsFixed_AndCallsOfItAreKept()
    {
        var run = FamilyRun.Of(
            """
            internal partial class B : System.IO.TextWriter { public override System.Text.Encoding Encoding => null!; public override string ToString() => Engine.Current.Name; }
            internal partial class D : B { public override string ToString() => "d" + base.ToString(); }
            public partial class Demo { [PassContext] internal static string M(object o) => o.ToString() + Engine.Current.Name; }
            """,
            hasScope: false);

        var report = Assert.Single(run.Reports);
        Assert.Contains("'ToString' is declared outside of this compilation", report.Message, StringComparison.Ordinal);
        Assert.Contains("o.ToString() + engine.Name", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void InterfaceImplementedByAMemberDeclaredElsewhere_IsFixed()
    {
        var run = FamilyRun.Of(
            """
            internal partial interface I { string ToString(); }
            internal partial class C : I { }
            internal partial class D : I { string I.ToString() => Engine.Current.Name; }
            public partial class Demo { [PassContext] internal static string M(I i) => i.ToString() + Engine.Current.Name; }
            """,
            hasScope: false);

        Assert.Contains("is implemented by 'Object.ToString', which is declared outside", Assert.Single(run.Reports).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InterfaceImplementedByAVisibleBase_IsRefusedAtTheTypeThatListsIt()
    {
        var run = FamilyRun.Of(
            """
            internal partial interface I { string N(); }
            public partial class B { public string N() => Engine.Current.Name; }
            public partial class D : B, I { }
            public partial class Demo { [PassContext] internal static string M(I i) => i.N() + Engine.Current.Name; }
            """,
            hasScope: false);

        var report = Assert.Single(run.Reports, report => report.Symbol == "T:Sample.D");
        Assert.Contains("Declare the member in 'D'", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusedFamily_CostsNoOtherMember()
    {
        var run = FamilyRun.Of(
            """
            internal abstract partial class B { public abstract string N(); public virtual string N(Engine engine) => ""; public abstract string O(); }
            internal partial class D : B { public override string N() => Engine.Current.Name; public override string O() => Engine.Current.Name; object? U() => typeof(D).GetMethod("N", (System.Reflection.BindingFlags)60); }
            public partial class Demo { [PassContext] internal static string M(B b) => b.N() + b.O(); }
            """,
            hasScope: false);

        Assert.Contains("M(Engine engine, B b) => b.N() + b.O(engine);", run.Text, StringComparison.Ordinal);
        Assert.Contains(run.Reports, report => report.Message.Contains("the reflection at Code.cs:7 would find two methods. Hand it", StringComparison.Ordinal));
        Assert.DoesNotContain(" N(Engine", run.Text, StringComparison.Ordinal);
    }
}
