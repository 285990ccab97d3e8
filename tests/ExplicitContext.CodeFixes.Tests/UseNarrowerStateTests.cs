using ExplicitContext.Analyzers.Ownership;
using ExplicitContext.Testing;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>The fix of ECTX3003.</summary>
public sealed class UseNarrowerStateTests
{
    [Theory]
    [InlineData("int M(Tenant tenant, Visit visit) => [|tenant.Depth|];", "int M(Tenant tenant, Visit visit) => visit.Depth;")]
    [InlineData("void M(Visit visit) => [|visit.Tenant.Depth|]++;", "void M(Visit visit) => visit.Depth++;")]
    [InlineData("void M(Visit visit) { [|visit.Tenant.Depth|] = [|visit.Tenant.Depth|] + 1; }", "void M(Visit visit) { visit.Depth = visit.Depth + 1; }")]
    [InlineData("readonly Visit own = null!; int M() => /* a */ [|Tenant.All|] /* b */;", "readonly Visit own = null!; int M() => /* a */ own.All /* b */;")]
    [InlineData("Func<int> M(Visit visit) => () => [|visit.Tenant.Depth|];", "Func<int> M(Visit visit) => () => visit.Depth;")]
    public Task AUse_FixesByTheNarrowerState(string before, string after) =>
        CodeFixTest<NarrowerStateAnalyzer, UseNarrowerStateCodeFixProvider>.VerifyAsync(With(before), With(after));

    [Theory]
    [InlineData("int M(Tenant tenant) => [|tenant.Depth|];")]
    [InlineData("int M(Visit visit) => [|visit.Tenant.Width|];")]
    [InlineData("void M(Visit visit) => [|visit.Tenant.Fixed|] = 1;")]
    [InlineData("object M(Visit visit) => [|visit.Tenant.Other|];")]
    [InlineData("int? M(Tenant? tenant, Visit visit) => tenant?[|.Depth|];")]
    [InlineData("Tenant M(Visit visit) => new Tenant { [|Depth|] = 1 };")]
    [InlineData("bool M(Tenant tenant, Visit visit) => tenant is { [|Depth|]: 1 };")]
    [InlineData("ref int M(Tenant tenant, Visit visit) => ref [|tenant.Slot|];")]
    [InlineData("void M(Tenant tenant, Visit visit) { ref var slot = ref [|tenant.Slot|]; slot = 1; }")]
    [InlineData("void M(Tenant tenant, Visit visit) => Set(ref [|tenant.Slot|]); static void Set(ref int x) => x = 1;")]
    [InlineData("void M(Tenant tenant, Visit visit) => ([|tenant.Fixed|], _) = (1, 2);")]
    public Task WhereTheMemberIsMissing_ReadOnly_OrOfAnotherType_NoFixIsOffered(string member) =>
        CodeFixTest<NarrowerStateAnalyzer, UseNarrowerStateCodeFixProvider>.VerifyNoFixAsync(With(member));

    private static string With(string member) =>
        $$"""
        using System;
        using ExplicitContext;
        class C
        {
            {{member}}
        }
        [ContextType("tenant")] public class Tenant
        {
            [MoveTo(typeof(Visit))] public int Depth { get; set; }
            [MoveTo(typeof(Visit))] public int Width { get; set; }
            [MoveTo(typeof(Visit))] public int Fixed { get; set; }
            [MoveTo(typeof(Visit))] public string Other { get; set; } = "";
            [MoveTo(typeof(Visit))] public static int All { get; set; }
            [MoveTo(typeof(Visit))] public int Slot;
        }
        [ContextType("visit")] public class Visit(Tenant tenant)
        {
            public Tenant Tenant { get; } = tenant;
            public int Depth { get; set; }
            public int Fixed { get; }
            public object Other { get; set; } = "";
            public int All { get; set; }
            public int Slot { get; set; }
        }
        """;
}
