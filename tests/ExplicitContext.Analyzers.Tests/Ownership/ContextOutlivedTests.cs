using ExplicitContext.Analyzers.Ownership;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Ownership;

public class ContextOutlivedTests
{
    [Theory]
    [InlineData("public Visit? [|Last|] { get; set; }")]
    [InlineData("Visit? [|last|]; void Set(Visit v) => last = v;")]
    [InlineData("public Visit? [|Last|] { get; private set; }")]
    [InlineData("public List<Visit> [|Visits|] { get; } = [];")]
    [InlineData("readonly List<Visit> [|visits|] = []; void Add(Visit v) => visits.Add(v);")]
    [InlineData("Lazy<Visit>? [|last|];")]
    [InlineData("object? any; void Set(Visit v) => any = [|v|];")]
    [InlineData("Action? later; void Set(Visit v) => later = [|() => v.Leave()|];")]
    public Task AMemberOfAWiderContext_Triggers(string member) => Verify($"public partial class Tenant {{ {member} }}");

    [Theory]
    [InlineData("ThreadState? [|current|]; void Set(ThreadState t) => current = t;", "interpreter")]
    [InlineData("ThreadState? [|current|]; void Set(ThreadState t) => current = t;", "process")]
    [InlineData("public InterpreterState? [|Current|] { get; set; }", "process")]
    public Task TheShippedScopes_AreKnown(string member, string scope) => Verify($"[ContextType(\"{scope}\")] public class Own {{ {member} }}");

    [Theory]
    [InlineData("static void M(Tenant tenant, Visit visit) => tenant.Tag = [|visit|];")]
    [InlineData("static void M(Tenant tenant, Visit visit) => tenant.Changed += [|() => visit.Leave()|];")]
    [InlineData("static void M(Tenant tenant, Visit visit) => tenant.Changed += [|visit.Leave|];")]
    [InlineData("static void M(Visit visit) => visit.Tenant.Changed += [|() => visit.Leave()|];")]
    [InlineData("static void M(Visit visit) => Registry.Instance.Last = [|visit|];")]
    [InlineData("static void M(Visit visit) => Registry.Instance.All.Add([|visit|]);")]
    [InlineData("static void M(Visit visit) => Registry.Instance.Changed += [|visit.Leave|];")]
    [InlineData("static void M(Tenant tenant) => Registry.Instance.Last = [|tenant|];")]
    [InlineData("static void M<T>(T visit) where T : Visit => Registry.Instance.Last = [|visit|];")]
    [InlineData("static async Task M(Tenant tenant, Visit visit) { await Task.Yield(); tenant.Tag = [|visit|]; }")]
    [InlineData("static Action M(Tenant tenant, Visit visit) => () => tenant.Tag = [|visit|];")]
    [InlineData("static void M() { static void Local(Tenant tenant, Visit visit) => tenant.Tag = [|visit|]; }")]
    [InlineData("partial void P(Tenant t, Visit v); partial void P(Tenant t, Visit v) { t.Tag = [|v|]; }")]
    public Task StoringIntoWhatLivesLonger_Triggers(string member) => Verify($"partial class C {{ {member} }}");

    [Fact]
    public Task TheMessage_SaysWhatToDo() => AnalyzerTest<ContextOutlivedAnalyzer>.VerifyAsync(
        With("partial class C { static void M(Tenant tenant, Visit visit) => tenant.Tag = [|visit|]; }"),
        null,
        "'Tenant.Tag' lives longer than the 'Visit' that it keeps: hand the context on where it is needed, or let it go when it ends");

    [Theory]
    [InlineData("public partial class Tenant { readonly Visit own; public Tenant() => own = new Visit(this); }")]
    [InlineData("public partial class Tenant { public Visit? Main { get; } public Visit? Made { get; init; } }")]
    [InlineData("public partial class Tenant { Visit? last; void Begin(Visit v) => last = v; void End() => last = null; }")]
    [InlineData("public partial class Tenant { Visit? last; void Begin(Visit v) => last = v; void End() => Interlocked.Exchange(ref last, null); }")]
    [InlineData("public partial class Tenant { readonly List<Visit> all = []; void Begin(Visit v) => all.Add(v); void End(Visit v) => all.Remove(v); }")]
    [InlineData("public partial class Tenant { public Visit Begin() => new(this); public Visit Again => new(this); }")]
    [InlineData("[ContextCarrier] class Parser(Visit visit) { readonly Visit visit = visit; void M() => visit.Leave(); }")]
    [InlineData("class Parser { readonly Visit visit; Visit? other; Parser(Visit visit) => this.visit = visit; void M(Visit v) => other = v; }")]
    [InlineData("class C { void M(Visit visit) => visit.Tag = visit.Tenant; void N(Visit v) => v.Left += () => v.Tenant.Touch(); }")]
    [InlineData("class C { readonly Visit visit = null!; void Begin(Tenant t) => t.Changed += visit.Leave; void End(Tenant t) => t.Changed -= visit.Leave; }")]
    [InlineData("class C { void M(Tenant tenant, Visit visit) { tenant.Tag = visit.ToString(); tenant.Changed += () => { }; } }")]
    [InlineData("class C { void M(Visit visit) => Ambient.Current.Last = visit; }")]
    [InlineData("[ContextType(\"request\")] public class Request { public Visit? Last { get; set; } public List<Visit> All { get; } = []; }")]
    [InlineData("public partial class Visit { public Tenant? Other { get; set; } readonly List<Tenant> all = []; }")]
    [InlineData("class C { static Visit? last; static void M(Visit visit) => last = visit; }")]
    [InlineData("class C { [AuditedStatic(Owner = \"me\", Reason = \"one device\", Until = \"2099-12-31\")] static readonly Registry device = new(); static void M(Visit visit) => device.Last = visit; }")]
    public Task WhatLivesAsLong_OrIsLetGo_DoesNotTrigger(string source) => Verify(source);

    [Fact]
    public Task Sessions_OfTheTestsOwnWorld_AreNarrowerThanTheirEngine() => AnalyzerTest<ContextOutlivedAnalyzer>.VerifyAsync(EngineProject.With(
        "class C { void M(Engine engine, Session session) => engine.Changed += [|() => session.ToString()|]; void N(Engine engine, Session session) => engine.Changed += () => engine.Touch(); }"));

    private static Task Verify(string source) => AnalyzerTest<ContextOutlivedAnalyzer>.VerifyAsync(With(source));

    private static TestProject With(string source) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using ExplicitContext;
        using ExplicitContext.Runtime;
        using ThreadState = ExplicitContext.Runtime.ThreadState;
        {{source}}
        [ContextType("tenant")] public partial class Tenant
        {
            public object? Tag { get; set; }
            public event Action? Changed;
            public void Touch() => Changed?.Invoke();
        }
        [ContextType("visit")] public partial class Visit(Tenant tenant)
        {
            public Tenant Tenant { get; } = tenant;
            public object? Tag { get; set; }
            public event Action? Left;
            public void Leave() => Left?.Invoke();
        }
        public sealed class Registry
        {
            public static Registry Instance { get; } = new();
            public object? Last { get; set; }
            public List<object> All { get; } = [];
            public event Action? Changed;
            public void Touch() => Changed?.Invoke();
        }
        public static class Ambient
        {
            [AmbientAccessor] public static Registry Current { get; } = new();
        }
        """;
}
