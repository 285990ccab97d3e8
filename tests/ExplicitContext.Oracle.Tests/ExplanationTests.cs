using ExplicitContext.Oracle.Tests.Comparison;
using ExplicitContext.Testing;
using ExplicitContext.Testing.Constructs;

namespace ExplicitContext.Oracle.Tests;

/// <summary>Each reason is shown by a program in which sources and built code differ for it, and for nothing else.</summary>
public class ExplanationTests
{
    private const string Shown = "class D { public override string ToString() => \"\" + Ambient.Read(); } ";

    [Theory]
    [InlineData("initial value of an accessor", "")]
    [InlineData("written formatting", Shown + "class C { string A(D d) => string.Format(\"{0}\", d); string Caller(D d) => A(d); }")]
    [InlineData("interpolation by an array", Shown + "class C { FormattableString A(D d) => $\"{d}\"; FormattableString Caller(D d) => A(d); }")]
    [InlineData("spread by the framework", "class D : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { Ambient.Read(); return null!; } IEnumerator IEnumerable.GetEnumerator() => null!; } class C { int[] A(D d) => [.. d]; }")]
    [InlineData("unreachable code", "class C { const bool Off = false; int A() { if (Off) { return Ambient.Read(); } return 0; } int B() => Off && A() > 0 ? 1 : 0; }")]
    [InlineData("conditional method", "class C { [System.Diagnostics.Conditional(\"NEVER\")] static void R() => Ambient.Read(); void A() => R(); }")]
    [InlineData("conditional method", Shown + "class C { [System.Diagnostics.Conditional(\"NEVER\")] static void Log(string s) { } void A(D d) => Log(\"a\" + d); }")]
    [InlineData("type test of a pattern", "interface I { int P { get; } } interface J : I { } class K : J { public int P => 0; } class D : I { public int P => Ambient.Read(); } class C { bool A(I i) => i is J { P: 1 }; }")]
    [InlineData("local function that nobody calls", "class C { void A() { int L() => Ambient.Read(); } }")]
    [InlineData("expression tree", "class C { System.Linq.Expressions.Expression<Func<int>> A() => () => Ambient.Read(); }")]
    public void Difference_IsExplained(string reason, string source)
    {
        var compilation = TestCompilation.Create(Construct.World, source);
        Assert.Equal("", TestCompilation.ErrorsOf(compilation));
        using var comparison = new Comparison.Comparison(new CodeBase([compilation]));

        var result = comparison.Compare("Test/F:Engine.Current");

        Assert.Empty(result.Unexplained);
        Assert.Equal(new[] { "initial value of an accessor", reason }.Distinct().Order(), result.Explained.Select(explained => explained.Reason).Order());
    }

    [Fact]
    public void Difference_OfTwoPrograms_IsNotExplained()
    {
        var written = TestCompilation.Create(Construct.World, "class C { int A() => Ambient.Read(); int B() => 0; }");
        var other = TestCompilation.Create(Construct.World, "class C { int A() => 0; int B() => Ambient.Read(); }");
        using var comparison = new Comparison.Comparison(new CodeBase([written]), new CodeBase([other]));

        var result = comparison.Compare("Test/F:Engine.Current");

        Assert.Equal(
            ["only built: Test/M:C.B > Test/M:Ambient.Read", "only source: Test/M:C.A > Test/M:Ambient.Read"],
            result.Unexplained.Select(difference => difference.ToString()).Order());
    }

    [Fact]
    public void Explanations_AreThoseOfThePage()
    {
        var page = File.ReadAllLines(Path.Combine(Repository.Root, "docs/oracle.md"));

        Assert.Equal(
            Explanations.All.Select(explanation => explanation.Name),
            page.SkipWhile(line => line != "## Differences that are explained").SkipWhile(line => !line.StartsWith("| ---", StringComparison.Ordinal)).Skip(1)
                .TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|')[1].Trim()));
    }
}
