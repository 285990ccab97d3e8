using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Analyzers.Passing;

namespace ExplicitContext.Analyzers.Tests.Passing;

/// <summary>ECTX2009.</summary>
public sealed class SilentFallbackTests
{
    public static TheoryData<string> Fallbacks { get; } =
    [
        "Engine M(Engine? engine) => engine ?? {0};",
        "Engine M(Engine engine) => engine ?? {0};",
        "Engine M(Engine? e) { e ??= {0}; return e; }",
        "Engine M(Engine? e) { if (e == null) e = {0}; return e; }",
        "Engine M(Engine? e) { if (null == e) { e = {0}; } return e; }",
        "Engine M(Engine? e) { if (e is null) e = {0}; return e; }",
        "Engine M(Engine? e) => e == null ? {0} : e;",
        "Engine M(Engine? e) => e is null ? {0} : e;",
        "Engine M(Engine? e) => e != null ? e : {0};",
        "Engine M(Engine? e) => e is not null ? e : {0};",
        "Engine? held; Engine M() => held ?? {0};",
        "Engine? held; Engine M() => this.held ??= {0};",
        "Engine M<T>(Engine? engine, T x) => engine ?? {0};",
        "async Task<Engine> M(Engine? engine) { await Task.Yield(); return engine ?? {0}; }",
        "Func<Engine> M(Engine? engine) => () => engine ?? {0};",
        "Engine M() { return Local(null); static Engine Local(Engine? engine) => engine ?? {0}; }",
        "private partial Engine M(Engine? e); private partial Engine M(Engine? e) => e ?? {0};",
    ];

    [Theory]
    [MemberData(nameof(Fallbacks))]
    public Task AmbientStandsIn_Triggers(string member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Situation.Verify<SilentFallbackAnalyzer>(member.Replace("{0}", "[|Engine.Current|]", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Fallbacks))]
    public Task AmbientStandsIn_IsNoOtherRulesMatter(string member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Situation.Verify<AmbientReadAnalyzer>(member.Replace("{0}", "Engine.Find()", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("int M(int x, Engine? [|engine|] = null) => x;")]
    [InlineData("C(Engine? [|engine|] = null) { }")]
    [InlineData("static async Task M(Engine [|engine|] = default!) => await Task.Yield();")]
    public Task OptionalParameter_Triggers(string member) => Situation.Verify<SilentFallbackAnalyzer>(member);

    [Theory]
    [InlineData("Engine M(Engine? engine) => engine ?? new Engine();")]
    [InlineData("Engine M(Engine? engine) => engine ?? throw new ArgumentNullException();")]
    [InlineData("Engine M(Engine engine) => Engine.Current;")]
    [InlineData("Engine M(bool b, Engine engine) => b ? Engine.Current : engine;")]
    [InlineData("Engine M(Engine? engine, Engine other) => engine == null ? Engine.Current : other;")]
    [InlineData("Engine M(Engine? engine) { if (engine == null) { engine = Engine.Current; engine.Touch(); } return engine; }")]
    [InlineData("Options M(Options? options) => options ?? Settings.Global;")]
    [InlineData("static Engine? cached; static Engine M() => cached ??= Engine.Current;")]
    [InlineData("Engine M() => Engine.Maybe ?? Engine.Current;")]
    [InlineData("Engine M(Engine? engine) => engine ?? Other; static Engine Other => new();")]
    [InlineData("[ContextEntry] Engine M(Engine? engine = null) => engine ?? Engine.Current;")]
    [InlineData("[ContextEntry] class Entry { Engine M(Engine? engine = null) => engine ?? Engine.Current; }")]
    [InlineData("interface I { void M(Engine? other = null); } class D : I { void I.M(Engine? engine) { } }")]
    [InlineData("Func<Engine?, int> M() => (Engine? engine) => 0;")]
    [InlineData("Func<Engine> M(Engine? engine) => static () => Engine.Current;")]
    [InlineData("[AmbientAccessor] static Engine Ambient(Engine? engine) => engine ?? Engine.Current;")]
    [InlineData("int M(int x, Engine? scope = null) => x;")]
    [InlineData("int M(int x, Engine? engine) => x;")]
    [InlineData("delegate int D(Engine? engine = null);")]
    [InlineData("int M() { return Local(); static int Local(Engine? engine = null) => 0; }")]
    public Task NoFallbackOrEntryPoint_DoesNotTrigger(string member) => Situation.Verify<SilentFallbackAnalyzer>(member);

    [Fact]
    public Task Main_DoesNotTrigger() => ExplicitContext.Testing.AnalyzerTest<SilentFallbackAnalyzer>.VerifyAsync(
        ExplicitContext.Testing.EngineProject.With("static class P { static Engine? held; static void Main() { Engine? engine = null; (engine ?? Engine.Current).Touch(); held = engine; } }")
            with { OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication });

    [Theory]
    [InlineData("interface I { void M(Engine? [|engine|] = null); } class D : I { public void M(Engine? engine = null) { } }")]
    [InlineData("class B { protected virtual void M(Engine? [|engine|] = null) { } } class D : B { protected override void M(Engine? engine = null) { } }")]
    [InlineData("[ContextType(\"own\")] class Own { public void Audit(Engine? engine = null) { } }")]
    public Task FamilyOrContext_TriggersWhereItIsDeclared(string declarations) => Situation.VerifyFile<SilentFallbackAnalyzer>(declarations);

    [Theory]
    [InlineData("Engine M(Engine? e) => e ?? [|Engine.Current|];", "'Engine.Current' silently stands in where 'e' is missing: demand the context, or mark the member [ContextEntry] if it is where the context comes from")]
    [InlineData("int M(Engine? [|engine|] = null) => 0;", "'engine' may be left out, so nobody notices a missing context: demand the context, or mark the member [ContextEntry] if it is where the context comes from")]
    public Task Message_SaysWhatIsSilent(string member, string message) => Situation.VerifyMessage<SilentFallbackAnalyzer>(member, message);
}
