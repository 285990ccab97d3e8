namespace ExplicitContext.Generators.Tests.State;

/// <summary>Statics that have moved: the old name leads to the value of the ambient state, and whoever has the state has an accessor.</summary>
public class MovedProgramTests
{
    private const string Ambients = "public static class Program { public static string Run() { using var a = new Tenant(\"a\"); using var b = new Tenant(\"b\"); return $\"{Tenant.In(a, Use)} {Tenant.In(b, Use)} {Tenant.In(a, Use)}\"; } static string Use(Tenant tenant) { BODY } }";

    [Theory]
    [InlineData("[MoveTo(typeof(Tenant))] public static partial int Limit { get; set; }", "return $\"{++Settings.Limit}\";", "1 1 2")]
    [InlineData("[MoveTo(typeof(Tenant))] public static partial int Limit { get; set; }", "Settings.Limit += 2; tenant.SetLimit(tenant.Limit() + 1); return $\"{Settings.Limit}\";", "3 3 6")]
    [InlineData("[MoveTo(typeof(Tenant), Initial = nameof(First))] public static partial int Limit { get; set; } const int First = 10;", "return $\"{Settings.Limit++}\";", "10 10 11")]
    [InlineData("[MoveTo(typeof(Tenant), Initial = nameof(First))] public static partial List<string> All { get; } static List<string> First() => [\"x\"];", "Settings.All.Add(tenant.Name); return string.Concat(tenant.All());", "xa xb xaa")]
    [InlineData("[MoveTo(typeof(Tenant), Initial = nameof(First))] internal static partial string? Title { get; private set; } static string First(Tenant tenant) => tenant.Name + \"!\"; public static void Set() => Title += \"?\";", "Settings.Set(); return Settings.Title!;", "a!? b!? a!??")]
    [InlineData("[MoveTo(typeof(Tenant), Initial = \"First\")] public static partial object Title { get; set; } static string First => \"f\";", "return (string)(Settings.Title = Settings.Title + \"g\");", "fg fg fgg")]
    [InlineData("[MoveTo(typeof(Tenant))] public static partial ref int Limit { get; }", "Interlocked.Increment(ref Settings.Limit); tenant.Limit()++; return $\"{Settings.Limit}\";", "2 2 4")]
    [InlineData("public static int Before = Tenant.In(new Tenant(\"z\"), _ => Limit + 1); [MoveTo(typeof(Tenant))] public static partial int Limit { get; set; }", "return $\"{Settings.Before}{Settings.Limit}\";", "10 10 10")]
    [InlineData("[MoveTo(typeof(Tenant), Initial = \"class\")] public static partial int @event { get; set; } static int @class => 4;", "return $\"{Settings.@event++}{tenant.Event()}\";", "45 45 56")]
    [InlineData("[MoveTo(typeof(Tenant))] internal static partial int _limit { get; set; }", "Settings._limit += 2; tenant.SetLimit(tenant.Limit() + 1); return $\"{Settings._limit}\";", "3 3 6")]
    [InlineData("[MoveTo(typeof(Tenant))] internal static partial string? name { get; set; }", "Settings.name += 2; tenant.Setname(tenant.name() + tenant.Name); return Settings.name!;", "2a 2b 2a2a")]
    [InlineData("[MoveTo(typeof(Tenant), Ambient = \"Tenant.Current\")] static partial (int A, string? B) Pair { get; set; } public static string Next() => (Pair = (Pair.A + 1, Pair.B + \"b\")).ToString();", "return Settings.Next();", "(1, b) (1, b) (2, bb)")]
    public void TheOldName_LeadsToTheAmbientState(string members, string body, string expected) =>
        Assert.Equal(expected, StateWorld.Run(StateWorld.With($"public static partial class Settings {{ {members} }} {Ambients.Replace("BODY", body, StringComparison.Ordinal)}")));

    [Fact]
    public void AMemberOfTheState_IsUsedWhereThereIsOne() => Assert.Equal("1 1 2", StateWorld.Run(StateWorld.With(
        $"public partial class Settings {{ [MoveTo(typeof(Tenant))] public static partial int Limit {{ get; set; }} }} public partial class Tenant {{ public int Limit {{ get; set; }} }} {Ambients.Replace("BODY", "Settings.Limit++; return $\"{tenant.Limit}\";", StringComparison.Ordinal)}",
        hasSlots: false)));

    [Fact]
    public void TheRuntimesStates_HaveSlots() => Assert.Equal("5 6 5 | 1 1", StateWorld.Run(StateWorld.With(
        """
        public partial class Outer
        {
            internal static partial class Settings
            {
                [MoveTo(typeof(InterpreterState), Initial = nameof(Start))] internal static partial int Limit { get; set; }
                [MoveTo(typeof(ThreadState))] internal static partial long Calls { get; set; }
                private static int Start(InterpreterState interp) => interp.Id == InterpreterId.Main ? 0 : 5;
            }
        }
        public static class Program
        {
            public static string Run()
            {
                using var runtime = RuntimeState.Initialize();
                var one = runtime.CreateInterpreter();
                var two = runtime.CreateInterpreter();
                var text = "";
                using (one.Attach(out var tstate)) { text += $"{Outer.Settings.Limit++} {tstate.Interp.Limit()}"; Outer.Settings.Calls++; }
                using (two.Attach(out var tstate)) text += $" {Outer.Settings.Limit}";
                long other = 0, mine;
                one.StartThread(tstate => other = ++Outer.Settings.Calls).Join(TimeSpan.FromSeconds(30));
                using (one.Attach(out var tstate)) mine = tstate.Calls();
                return $"{text} | {mine} {other}";
            }
        }
        """,
        hasSlots: false)));

    [Fact]
    public void WithoutAnAmbientState_TheAccessorSaysSo()
    {
        var error = Assert.Throws<InvalidOperationException>(() => StateWorld.Run(StateWorld.With("static partial class S { [MoveTo(typeof(Tenant))] internal static partial int X { get; set; } } public static class Program { public static string Run() => $\"{S.X}\"; }")));
        Assert.Equal("no tenant", error.Message);
    }

    [Theory]
    [InlineData("public static partial class S { [MoveTo(typeof(Tenant))] public static int X; }", "ECTX5002", "F:Sample.S.X", "'S.X': it stays where it is. Make it a partial property, whose value then lives in 'Tenant'.")]
    [InlineData("public static partial class S { [MoveTo(typeof(Tenant))] public static partial int X { get;\n#if true\nset;\n#endif\n} }", "ECTX5002", "P:Sample.S.X", "a directive such as '#if' splits its declaration")]
    [InlineData("public static partial class S { [MoveTo(typeof(Tenant))] public static int X { get; set; } }", "ECTX5002", "P:Sample.S.X", "it stays where it is")]
    [InlineData("public partial class S<T> { [MoveTo(typeof(Tenant))] public static partial int X { get; set; } }", "ECTX5002", "P:Sample.S`1.X", "it stands in a generic type")]
    [InlineData("public static partial class S { [MoveTo(typeof(Tenant))] public static unsafe partial int* X { get; set; } }", "ECTX5002", "P:Sample.S.X", "a value of its type cannot be kept in an object")]
    [InlineData("public static class S { [MoveTo(typeof(Tenant))] public static partial int X { get; set; } }", "ECTX5001", "T:Sample.S", "Make it partial")]
    [InlineData("public static partial class S { [MoveTo(typeof(Tenant), Initial = \"No\")] public static partial int X { get; set; } }", "ECTX5002", "P:Sample.S.X", "'No' makes no first value for it. Name a static member of 'S' that yields 'int'")]
    [InlineData("public static partial class S { [MoveTo(typeof(Tenant), Initial = \"No\")] public static partial int X { get; set; } static string No => \"\"; }", "ECTX5002", "P:Sample.S.X", "'No' makes no first value")]
    [InlineData("public static partial class S { [MoveTo(typeof(Tenant), Ambient = \"S.X\")] public static partial int X { get; set; } }", "ECTX5002", "P:Sample.S.X", "'S.X' is no accessor that yields a 'Tenant'")]
    [InlineData("public static partial class S { [MoveTo(typeof(C))] public static partial int X { get; set; } } [ContextType(\"c\")] public partial class C;", "ECTX5002", "P:Sample.S.X", "Nothing here yields the ambient 'C'")]
    [InlineData("public static partial class S { [MoveTo(typeof(C))] public static partial int X { get; set; } } [ContextType(\"c\")] public partial class C { public long X; [AmbientAccessor] public static C Now = new(); }", "ECTX5003", "P:Sample.S.X", "'C.X' is of another type")]
    [InlineData("public static partial class S { [MoveTo(typeof(C))] public static partial int X { get; set; } } [ContextType(\"c\")] public partial class C { public int X { get; } [AmbientAccessor] public static C Now = new(); }", "ECTX5003", "P:Sample.S.X", "'C.X' cannot be assigned")]
    [InlineData("public static partial class S { [MoveTo(typeof(C))] public static partial int X { get; set; } } [ContextType(\"c\")] public class C { [AmbientAccessor] public static C Now = new(); }", "ECTX5001", "T:Sample.C", "Make it partial")]
    public void WhatCannotMove_IsReported(string code, string rule, string symbol, string reason) => StateWorld.AssertReported(StateWorld.With(code, hasSlots: false), rule, symbol, reason);

    [Fact]
    public void BeforePartialProperties_WhatCannotMoveIsToldAWayByHand() => StateWorld.AssertReported(
        StateWorld.With("public static partial class S { [MoveTo(typeof(Tenant))] public static int X; }", hasSlots: false) with { LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12 },
        "ECTX5002",
        "F:Sample.S.X",
        "'S.X': it stays where it is. Declare it in 'Tenant', and let this one lead there; from C# 13 on, a partial property does so.");

    [Theory]
    [InlineData("public static partial class S { [MoveTo(typeof(Tenant))] public static int X; } public partial class Tenant { public int X; }")]
    [InlineData("public static partial class S { [MoveTo(typeof(string))] public static int X; }")]
    [InlineData("[ContextType(\"wide\")] public partial class S { [MoveTo(typeof(Tenant))] public int X { get; set; } }")]
    [InlineData("public static partial class S { [MoveTo(typeof(Tenant))] public static partial int X { get; set; } public static partial int X { get => 1; set { } } }")]
    public void AMoveByHand_IsLeftAlone(string code) => Assert.Empty(Testing.GeneratorTest<StateGenerator>.Run(StateWorld.With(code, hasSlots: false)).Sources);

    [Fact]
    public void TwoOfOneName_HaveForwardersButNoAccessor()
    {
        var run = Testing.GeneratorTest<StateGenerator>.Run(StateWorld.With("static partial class S { [MoveTo(typeof(Tenant))] internal static partial int X { get; set; } } static partial class T { [MoveTo(typeof(Tenant))] internal static partial int X { get; set; } }"));
        Assert.Equal(["P:Sample.S.X", "P:Sample.T.X"], Shims.ShimWorld.Findings(run).Select(finding => finding.Symbol));
        Assert.DoesNotContain(run.Sources.Values, text => text.Contains("Accessors", StringComparison.Ordinal));
    }
}
