using ExplicitContext.Analyzers.Ownership;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Ownership;

public class NarrowerStateTests
{
    [Theory]
    [InlineData("int M(Tenant tenant, Visit visit) => [|tenant.Depth|];", "belongs to 'Visit': use 'visit.Depth'")]
    [InlineData("void M(Visit visit) => [|visit.Tenant.Depth|] = 1;", "belongs to 'Visit': use 'visit.Depth'")]
    [InlineData("readonly Visit own = null!; int M(Tenant tenant) => [|tenant.Depth|];", "belongs to 'Visit': use 'own.Depth'")]
    [InlineData("int M(Tenant tenant) => [|tenant.Depth|];", "belongs to 'Visit': take 'visit' as a parameter, and use that one")]
    [InlineData("int M(Tenant tenant, Visit visit) => [|tenant.Width|];", "belongs to 'Visit': declare it there, and use that one")]
    [InlineData("int M(Tenant tenant) => [|tenant.Width|];", "belongs to 'Visit': declare it there, and use that one")]
    [InlineData("int M(Visit visit) => [|Tenant.All|];", "belongs to 'Visit': use 'visit.All'")]
    [InlineData("int M<T>(T tenant, Visit visit) where T : Tenant => [|tenant.Depth|];", "belongs to 'Visit': use 'visit.Depth'")]
    [InlineData("async Task<int> M(Tenant tenant, Visit visit) { await Task.Yield(); return [|tenant.Depth|]; }", "belongs to 'Visit': use 'visit.Depth'")]
    [InlineData("Func<int> M(Tenant tenant, Visit visit) => () => [|tenant.Depth|];", "belongs to 'Visit': use 'visit.Depth'")]
    [InlineData("void M(Visit visit) { static int Local(Tenant tenant) => [|tenant.Depth|]; }", "belongs to 'Visit': take 'visit' as a parameter, and use that one")]
    [InlineData("private partial int P(Tenant t, Visit v); private partial int P(Tenant t, Visit v) => [|t.Depth|];", "belongs to 'Visit': use 'v.Depth'")]
    public async Task AUseWhereItStillStands_Triggers(string member, string rest)
    {
        var project = With($"partial class C {{ {member} }}");
        await AnalyzerTest<NarrowerStateAnalyzer>.VerifyAsync(project);
        var finding = Assert.Single(await AnalyzerTest<NarrowerStateAnalyzer>.DiagnosticsAsync(project));
        Assert.EndsWith(rest, finding.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[ContextType(\"tenant\")] class A { [[|MoveTo(typeof(string))|]] int x; int X => x; }", "'A.x' cannot move to 'String': it is no context type")]
    [InlineData("[InterpreterState] class A { [[|MoveTo(typeof(RuntimeState))|]] public int X { get; set; } }", "'A.X' cannot move to 'RuntimeState': it is not narrower than 'A'")]
    [InlineData("[ContextType(\"tenant\")] class A { [[|MoveTo(typeof(A))|]] public int X { get; set; } }", "'A.X' cannot move to 'A': it is not narrower than 'A'")]
    public Task AHomeThatIsNone_IsReportedAtTheAttribute(string source, string message) => AnalyzerTest<NarrowerStateAnalyzer>.VerifyAsync(With(source), null, message);

    [Theory]
    [InlineData("partial class C { string M() => nameof(Tenant.Depth); int N(Visit visit) => visit.Depth; int O(Tenant tenant) => tenant.Height; }")]
    [InlineData("[RuntimeState] class A { [MoveTo(typeof(InterpreterState))] int x; A() => x = 1; }")]
    [InlineData("class A { [MoveTo(typeof(InterpreterState))] static int x; static A() => x = 1; }")]
    [InlineData("[RuntimeState] class A { [MoveTo(typeof(B))] public int X { get; set; } = 1; } [InterpreterState] class B(A a) { public A A => a; public int X { get => a.X; set => a.X = value; } }")]
    public Task OtherMembers_AndTheMoveItself_DoNotTrigger(string source) => AnalyzerTest<NarrowerStateAnalyzer>.VerifyAsync(With(source));

    [Fact]
    public Task WhereItIsNotKnownWhichScopeIsNarrower_TheAttributeIsBelieved() => AnalyzerTest<NarrowerStateAnalyzer>.VerifyAsync(With(
        "[ContextType(\"request\")] class A { [MoveTo(typeof(B))] public int X { get; set; } int M(B b) => [|X|]; } [ContextType(\"query\")] class B { public int X { get; set; } }"));

    private static TestProject With(string source) =>
        $$"""
        using System;
        using System.Threading.Tasks;
        using ExplicitContext;
        using ExplicitContext.Runtime;
        {{source}}
        [ContextType("tenant")] public class Tenant
        {
            [MoveTo(typeof(Visit))] public int Depth { get; set; }
            [MoveTo(typeof(Visit))] public int Width;
            [MoveTo(typeof(Visit))] public static int All;
            public int Height { get; set; }
        }
        [ContextType("visit")] public class Visit(Tenant tenant)
        {
            public Tenant Tenant { get; } = tenant;
            public int Depth { get; set; }
            public int All { get; set; }
        }
        """;
}
