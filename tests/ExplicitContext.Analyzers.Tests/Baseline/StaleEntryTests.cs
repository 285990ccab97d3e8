using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Baseline;

/// <summary>ECTX0004: what is recorded and no longer found.</summary>
public sealed class StaleEntryTests
{
    private const string Read = "ECTX1002 M:C.M P:Engine.Current";

    [Theory]
    [InlineData("class C { int M() => 1; }", "is recorded once, but no longer found: remove the line")]
    [InlineData("class C { int M(int x) => Engine.Current.Seed; }", "is recorded once, but there is no such member: remove the line")]
    [InlineData("class C { int N() => Engine.Current.Seed; }", "is recorded once, but there is no such member: remove the line")]
    [InlineData("class D { int M() => Engine.Current.Seed; }", "is recorded once, but there is no such member: remove the line")]
    [InlineData("namespace N { class C { int M() => Engine.Current.Seed; } }", "is recorded once, but there is no such member: remove the line")]
    [InlineData("class C<T> { int M() => Engine.Current.Seed; }", "is recorded once, but there is no such member: remove the line")]
    [InlineData("abstract class C { public abstract int M(); }", "is recorded once, but no longer found: remove the line")]
    [InlineData("partial class C { partial void M(); }", "is recorded once, but no longer found: remove the line")]
    [InlineData("class C { [System.Runtime.InteropServices.DllImport(\"x\")] static extern int M(); }", "is recorded once, but no longer found: remove the line")]
    [InlineData("interface C { int M(); }", "is recorded once, but no longer found: remove the line")]
    [InlineData("class C { int M => Engine.Current.Seed; }", "is recorded once, but there is no such member: remove the line")]
    [InlineData("class C { [ExplicitContext.ContextEntry] int M() => Engine.Current.Seed; }", "is recorded once, but no longer found: remove the line")]
    [InlineData("class C { int M() => Settings.Orphan.Depth; }", "is recorded once, but no longer found: remove the line")]
    public async Task EntryWhoseFindingIsGone_IsReportedAtItsLine(string after, string part)
    {
        var run = await BaselineRun.OfAsync(EngineProject.With(after), "\n" + Read + "\n");

        var stale = Assert.Single(run.Stale);
        Assert.Contains(part, stale.GetMessage());
        Assert.Contains("'ECTX1002 P:Engine.Current' in 'M:C.M'", stale.GetMessage());
        Assert.Contains("explicit-context baseline prune", stale.GetMessage());
        Assert.Equal(("/test/ExplicitContext.Baseline.txt", 1, 0, Read.Length), PlaceOf(stale));
    }

    [Theory]
    [InlineData(3, "twice", "lower the count to 2", "found twice")]
    [InlineData(2, "once", "remove the count", "found once")]
    [InlineData(9, "five times", "lower the count to 5", "found 5 times")]
    public async Task CountThatIsTooHigh_IsReportedWithTheRightOne(int recorded, string found, string remedy, string message)
    {
        var times = found switch { "once" => 1, "twice" => 2, _ => 5 };
        var run = await BaselineRun.OfAsync(EngineProject.With($"class C {{ int M() => {string.Join(" + ", Enumerable.Repeat("Engine.Current.Seed", times))}; }}"), $"{Read} {recorded}");

        Assert.Contains($"{message}: {remedy}, or run", Assert.Single(run.Stale).GetMessage());
        Assert.Equal(times, run.Recorded.Count());
        Assert.Empty(run.New);
    }

    [Fact]
    public async Task RenamedMember_IsOneStaleEntryAndOneNewFinding()
    {
        var run = await BaselineRun.OfAsync(EngineProject.With("class C { int Renamed() => Engine.Current.Seed; }"), Read);

        Assert.Single(run.Stale);
        Assert.Equal("M:C.Renamed", Assert.Single(run.New).Properties["Member"]);
    }

    [Theory]
    [InlineData("class C { static readonly int n = 1; }")]
    [InlineData("class C { int n; void M() => n++; }")]
    [InlineData("class C { }")]
    [InlineData("class D { static int n; void M() => n++; }")]
    [InlineData("class C { static int n() => 1; }")]
    public async Task StaticStateThatIsGone_IsStale(string after)
    {
        var run = await BaselineRun.OfAsync(EngineProject.With(after), "ECTX1004 F:C.n");

        Assert.Contains("'ECTX1004' in 'F:C.n' is recorded once", Assert.Single(run.Stale).GetMessage());
    }

    [Theory]
    [InlineData("F:C.f", "class C { int f = Engine.Current.Seed; }", "class C { int f; }")]
    [InlineData("P:C.P", "class C { int P { get; } = Engine.Current.Seed; }", "class C { int P { get; } }")]
    [InlineData("M:C.get_P", "class C { int P => Engine.Current.Seed; }", "class C { int P { get; set; } }")]
    [InlineData("M:C.set_P(System.Int32)", "class C { int P { get => 1; set => _ = Engine.Current.Seed; } }", "class C { int P { get => 1; } }")]
    [InlineData("M:C.#ctor", "class C { C() { _ = Engine.Current.Seed; } }", "class C { }")]
    [InlineData("M:C.#cctor", "class C { static C() { System.Action f = () => _ = Engine.Current.Seed; } }", "class C { }")]
    [InlineData("M:C.Finalize", "class C { ~C() { _ = Engine.Current.Seed; } }", "class C { }")]
    [InlineData("M:C.op_Implicit(C)~System.Int32", "class C { public static implicit operator int(C c) => Engine.Current.Seed; }", "class C { public static explicit operator int(C c) => 1; }")]
    [InlineData("M:C.get_Item(System.Int32)", "class C { int this[int i] => Engine.Current.Seed; }", "class C { int this[long i] => 1; }")]
    [InlineData("M:C.I#M", "interface I { int M(); } class C : I { int I.M() => Engine.Current.Seed; }", "interface I { int M(); } class C : I { public int M() => 1; }")]
    [InlineData("M:C.I{System#Int32}#M", "interface I<T> { int M(); } class C : I<int> { int I<int>.M() => Engine.Current.Seed; }", "interface I<T> { int M(); } class C : I<int> { public int M() => 1; }")]
    [InlineData("M:C.M", "partial class C { private partial int M(); private partial int M() => Engine.Current.Seed; }", "partial class C { private partial int M(); private partial int M() => 1; }")]
    [InlineData("M:C.M", "class C { void M() { int F() => Engine.Current.Seed; F(); } }", "class C { void M() { int F() => 1; F(); } }")]
    [InlineData("M:D.#ctor", "class B(int x) { protected int X => x; } class D() : B(Engine.Current.Seed) { }", "class B(int x) { protected int X => x; } class D() : B(1) { }")]
    public async Task EveryKindOfMember_IsStaleOnceItIsClean_AndOnlyThen(string member, string dirty, string clean)
    {
        var baseline = $"ECTX1002 {member} P:Engine.Current\n";

        var before = await BaselineRun.OfAsync(EngineProject.With(dirty), baseline);
        Assert.Empty(before.Stale);
        Assert.Empty(before.New);
        Assert.Single(before.Recorded);
        Assert.Single((await BaselineRun.OfAsync(EngineProject.With(clean), baseline)).Stale);
    }

    [Theory]
    [InlineData("true", DiagnosticSeverity.Error)]
    [InlineData("True", DiagnosticSeverity.Error)]
    [InlineData("false", DiagnosticSeverity.Warning)]
    [InlineData("", DiagnosticSeverity.Warning)]
    public async Task StaleEntry_IsAnErrorInContinuousIntegration_AndAWarningElsewhere(string value, DiagnosticSeverity severity)
    {
        foreach (var source in new[] { "class C { int M() => 1; }", "class C { }" })
        {
            var run = await BaselineRun.OfAsync(EngineProject.With(source).WithBuildProperty("ContinuousIntegrationBuild", value), Read);

            Assert.Equal(severity, Assert.Single(run.Stale).Severity);
        }
    }

    [Fact]
    public async Task FileThatOtherFrameworksShare_IsNotJudgedByOneAlone()
    {
        foreach (var source in new[] { "class C { int M() => 1; }", "class C { }" })
            Assert.Empty((await BaselineRun.OfAsync(EngineProject.With(source).WithBuildProperty("ExplicitContextBaselineIsShared", "true"), Read)).Stale);
    }

    [Fact]
    public async Task EntryOfARuleThatNothingIsDeclaredForAnyMore_IsNotJudged()
    {
        var project = new TestProject("class E { public static E Current => new(); } class C { E M() => E.Current; }") with { References = TestCompilation.FrameworkOnly };

        Assert.Empty((await BaselineRun.OfAsync(project, "ECTX1002 M:C.M P:E.Current")).Stale);
        Assert.Single((await BaselineRun.OfAsync(project.WithContextFile("T:E"), "ECTX1002 M:C.M P:E.Current")).Stale);
    }

    [Fact]
    public async Task FileThatOtherFrameworksShare_StillFindsGrowth()
    {
        var run = await BaselineRun.OfAsync(EngineProject.With("class C { int M() => Engine.Current.Seed + Engine.Current.Seed; }").WithBuildProperty("ExplicitContextBaselineIsShared", "true"), Read);

        Assert.Single(run.New);
        Assert.Single(run.Recorded);
    }

    [Theory]
    [InlineData("inventory")]
    [InlineData("enforce")]
    public async Task Level_DoesNotChangeStaleness(string level)
    {
        var run = await BaselineRun.OfAsync(EngineProject.With("class C { int M() => 1; }") with { EditorConfig = $"[*.cs]\nexplicit_context.level = {level}\n" }, Read);

        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(run.Stale).Severity);
    }

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    public async Task Severity_CanBeSetInTheGlobalConfiguration(string setting, DiagnosticSeverity severity)
    {
        var run = await BaselineRun.OfAsync(EngineProject.With("class C { int M() => 1; }") with { GlobalConfig = $"dotnet_diagnostic.ECTX0004.severity = {setting}\n" }, Read);

        Assert.Equal(severity, Assert.Single(run.Stale).Severity);
    }

    [Fact]
    public async Task TopLevelStatements_AreAMember()
    {
        var project = new TestProject("System.Console.WriteLine();", new CSharpSource(EngineProject.World, "World.cs")) { OutputKind = OutputKind.ConsoleApplication };

        Assert.Contains("no longer found", Assert.Single((await BaselineRun.OfAsync(project, "ECTX1002 M:Program.{Main}$(System.String[]) P:Engine.Current")).Stale).GetMessage());
    }

    [Fact]
    public async Task MalformedLine_IsReportedAtItsLine_AndTheRestHolds()
    {
        var run = await BaselineRun.OfAsync(EngineProject.With("class C { int M() => Engine.Current.Seed; }"), $"<<<<<<< HEAD\r\n{Read}\r\n{Read}\r\nnothing\r\n");

        Assert.Equal([0, 2, 3], run.Malformed.Select(problem => PlaceOf(problem).Line));
        Assert.All(run.Malformed, problem => Assert.Equal(DiagnosticSeverity.Error, problem.Severity));
        Assert.Equal(("/test/ExplicitContext.Baseline.txt", 2, 0, Read.Length), PlaceOf(run.Malformed.ElementAt(1)));
        Assert.Single(run.Recorded);
        Assert.Empty(run.New);
    }

    [Fact]
    public async Task EmptyBaseline_RecordsNothing()
    {
        var run = await BaselineRun.OfAsync(EngineProject.With("class C { int M() => Engine.Current.Seed; }"), "");

        Assert.Single(run.New);
        Assert.Empty(run.Malformed);
    }

    private static (string Path, int Line, int Start, int End) PlaceOf(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        return (span.Path, span.StartLinePosition.Line, span.StartLinePosition.Character, span.EndLinePosition.Character);
    }
}
