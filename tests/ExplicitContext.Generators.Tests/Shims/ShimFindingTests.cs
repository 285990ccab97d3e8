using ExplicitContext.Testing;

namespace ExplicitContext.Generators.Tests.Shims;

/// <summary>Where a member cannot be implemented, the finding says why and what to do.</summary>
public class ShimFindingTests
{
    [Theory]
    [InlineData("[ContextEntry] public static partial int M(int x);", "nothing stands beside it to forward to. Write 'M(<context>, int)'; one that another generator makes cannot be seen here.")]
    [InlineData("[ContextEntry] public static partial int M(int x); static int M(Engine engine, long x) => 1;", "nothing stands beside it to forward to")]
    [InlineData("[ContextEntry] public static partial int M(int x); static int M(int x, Engine engine) => 1;", "nothing stands beside it to forward to")]
    [InlineData("[ContextEntry] public static partial int M(int x); static int M(string s, int x) => 1;", "nothing stands beside it to forward to")]
    [InlineData("[ContextEntry(Ambient = \"Engine.Current\")] public static partial int M(int x);", "Write 'M(Engine, int)'")]
    [InlineData("public partial class In { [ContextEntry] public partial int this[int i] { get; } }", "Write 'this[<context>, int]' or 'GetItem(<context>, int)'")]
    [InlineData("public partial class In { [ContextEntry] public partial int this[int i] { get; } int this[Engine engine, int i] => 1; int GetItem(Engine engine, int i) => 2; }", "'GetItem(Engine, int)' and 'this[Engine, int]' both fit")]
    [InlineData("[ContextEntry] public static partial int P { get; set; } static int GetP(Engine engine) => 1;", "Write 'SetP(<context>, int)'")]
    [InlineData("[ContextEntry] public static partial int M(); static long M(Engine engine) => 1;", "'M(Engine)' does not fit: it returns 'long' and not 'int'. Let both return the same.")]
    [InlineData("static int slot; [ContextEntry] public static partial ref int M(); static int M(Engine engine) => slot;", "it returns 'int' and not 'ref int'")]
    [InlineData("[ContextEntry] public static partial int M(); static int M(Engine engine) => 1; static int M(Other other) => 2;", "'M(Engine)' and 'M(Other)' both fit. Say which context it hands on: [ContextEntry(Ambient = \"...\")].")]
    [InlineData("[ContextEntry] public static partial int M(); static int M(Silent silent) => 1;", "it would hand on the ambient 'Silent'. Nothing here yields the ambient 'Silent'. Mark a static member that does as [AmbientAccessor].")]
    [InlineData("[ContextEntry] public static partial int M(); static int M(Twice twice) => 1;", "'Twice.A' and 'Twice.B()' yield the ambient 'Twice'. Say which one: [ContextEntry(Ambient = \"Twice.A\")].")]
    [InlineData("[ContextEntry] public static partial int M(\n#if DEBUG\nstring s,\n#endif\nint x); static int M(Engine engine, int x) => 1;", "a directive such as '#if' splits its declaration")]
    [InlineData("[ContextEntry(Ambient = \"Engine.Reads\")] public static partial int M(); static int M(Engine engine) => 1;", "'Engine.Reads' is no accessor that yields a context")]
    [InlineData("[ContextEntry(Ambient = \"no(\")] public static partial int M(); static int M(Engine engine) => 1;", "'no(' is no accessor that yields a context")]
    public void WhatDoesNotFit_IsReported(string members, string reason) => AssertReported(ShimWorld.Members(members + World), "ECTX5002", reason);

    [Fact]
    public void AMoreFavouredOverload_IsReported() => AssertReported(
        ShimWorld.Members("[ContextEntry] public static partial int M(string x); static int M(Engine engine, string x) => 1; [OverloadResolutionPriority(1)] static int M(object engine, object x) => 2;"),
        "ECTX5003",
        "a call of 'M(Engine, string)' may go to 'M(object, object)', which has a higher priority");

    [Fact]
    public void ATypeThatIsNotPartial_IsReportedThere()
    {
        var finding = Assert.Single(ShimWorld.Findings<ShimGenerator>(ShimWorld.File("public partial class In { [ContextEntry] public static partial int M(); static int M(Engine engine) => 1; } public class Outer { partial class Api { [ContextEntry] public static partial int M(); static int M(Engine engine) => 1; } }")));
        Assert.Equal(("ECTX5001", "T:Sample.Outer"), (finding.Rule, finding.Symbol));
        Assert.Contains("Make it partial", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileLocalType_IsReported() =>
        AssertReported(ShimWorld.File("file partial class Api { [ContextEntry] public static partial int M(); static int M(Engine engine) => 1; }"), "ECTX5002", "file-local type");

    [Theory]
    [InlineData("[ContextEntry] public static partial int M(); public static partial int M() => 1;")]
    [InlineData("[ContextEntry] public static partial int P { get; } public static partial int P => 1;")]
    [InlineData("[ContextEntry] static partial void M();")]
    [InlineData("[ContextEntry] public static int M() => Engine.Current.Depth;")]
    [InlineData("[ContextEntry] public static event Action? E; public static void M() => E!();")]
    [InlineData("[ContextEntry, System.Text.RegularExpressions.GeneratedRegex(\"a\")] private static partial System.Text.RegularExpressions.Regex R();")]
    public void WhatIsImplementedElsewhere_GetsNothing(string members)
    {
        var run = GeneratorTest<ShimGenerator>.RunUnchecked(ShimWorld.Members(members)).AssertCached();
        Assert.DoesNotContain(run.Sources.Keys, name => name.Contains("Shims", StringComparison.Ordinal));
        Assert.All(ShimWorld.Findings(run), finding => Assert.Contains("void M", members, StringComparison.Ordinal));
    }

    [Fact]
    public void OneMemberThatCannotBe_CostsNoOther()
    {
        var run = GeneratorTest<ShimGenerator>.RunUnchecked(ShimWorld.Members("[ContextEntry] public static partial int M(); static int M(Engine engine) => 1; [ContextEntry] public static partial int N();"));
        Assert.Single(ShimWorld.Findings(run));
        Assert.Contains("M() => M(Engine.Current);", run.Sources["Sample.Api.Shims.g.cs"], StringComparison.Ordinal);
    }

    private const string World =
        """

            [ContextType("other")] public class Other { [AmbientAccessor] public static Other Current { get; } = new(); }
            [ContextType("silent")] public class Silent;
            [ContextType("twice")] public class Twice { [AmbientAccessor] public static Twice A = new(); [AmbientAccessor] public static Twice B() => A; }
        """;

    private static void AssertReported(TestProject project, string rule, string reason)
    {
        var finding = Assert.Single(ShimWorld.Findings<ShimGenerator>(project));
        Assert.Equal(rule, finding.Rule);
        Assert.Contains(reason, finding.Message, StringComparison.Ordinal);
    }
}
