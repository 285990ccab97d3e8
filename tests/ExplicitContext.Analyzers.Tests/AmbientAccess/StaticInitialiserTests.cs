using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.AmbientAccess;

/// <summary>ECTX1005.</summary>
public sealed class StaticInitialiserTests
{
    [Theory]
    [InlineData("static readonly int F = [|Engine.Current|].Seed;")]
    [InlineData("static int P { get; } = [|Engine.Current|].Seed;")]
    [InlineData("static readonly Engine Held = [|Engine.Find()|];")]
    [InlineData("static readonly Options O = [|Settings.Global|];")]
    [InlineData("static C() => [|Engine.Current|].Touch();")]
    [InlineData("static readonly Logger L; static C() { if (DateTime.UtcNow.Year > 1) L = [|Engine.Current|].Logger; else L = new(); }")]
    [InlineData("static readonly Lazy<int> Late = new(() => [|Engine.Current|].Seed);")]
    [InlineData("static readonly Lazy<int> Late; static C() { Late = new Lazy<int>(() => { return [|Engine.Current|].Seed; }, true); }")]
    [InlineData("static event Action E = [|Engine.Current|].Touch;")]
    [InlineData("static readonly string Text = $\"{[|Engine.Current|].Seed}\";")]
    [InlineData("static class Generic<T> { static readonly int F = [|Engine.Current|].Seed; }")]
    [InlineData("static Engine Shorthand => Engine.Current; static readonly int F = [|Shorthand|].Seed;")]
    [InlineData("static readonly Lazy<Task<int>> Late = new(async () => { await Task.Yield(); return [|Engine.Current|].Seed; });")]
    public Task ReadWhileATypeIsInitialised_Triggers(string member) => Verify(member);

    [Fact]
    public Task PartialType_TriggersInEachPart() => AnalyzerTest<StaticInitialiserAnalyzer>.VerifyAsync(new TestProject(
        "partial class C { static int a = [|Engine.Current|].Seed; }", "partial class C { static int b = [|Engine.Current|].Seed; }", EngineProject.World));

    [Fact]
    public Task Message_NamesAccessorAndMember() => AnalyzerTest<StaticInitialiserAnalyzer>.VerifyAsync(
        Class("static int P { get; } = [|Engine.Current|].Seed; static C() => [|Engine.Current|].Touch();"),
        DiagnosticSeverity.Error,
        "'Engine.Current' is read while 'C.P' is initialised, so whichever context is ambient then holds for the whole process: build the value where a context is at hand, and keep it there",
        "'Engine.Current' is read while 'C' is initialised, so whichever context is ambient then holds for the whole process: build the value where a context is at hand, and keep it there");

    [Theory]
    [InlineData("static readonly Func<int> F = () => Engine.Current.Seed;")]
    [InlineData("static readonly Func<int> F = static () => Engine.Current.Seed;")]
    [InlineData("static C() { Func<int> f = () => Engine.Current.Seed; }")]
    [InlineData("static C() { int Local() => Engine.Current.Seed; static int Other() => Engine.Current.Seed; }")]
    [InlineData("static C() { Engine engine = new(); Engine.Current.Touch(); }")]
    [InlineData("readonly int f = Engine.Current.Seed; int P { get; } = Engine.Current.Seed; C() => Engine.Current.Touch();")]
    [InlineData("static int P => Engine.Current.Seed; static int M() => Engine.Current.Seed; static async Task<int> A() { await Task.Yield(); return Engine.Current.Seed; }")]
    [InlineData("[ContextEntry] static C() => Engine.Current.Touch();")]
    [InlineData("[ContextEntry] static readonly int F = Engine.Current.Seed;")]
    [InlineData("[ContextEntry] class Entry { static readonly int F = Engine.Current.Seed; }")]
    [InlineData("[AmbientAccessor] static Engine Mine { get; } = Engine.Current;")]
    [InlineData("static C() => Engine.Current = new();")]
    [InlineData("static C() => Settings.Global = new();")]
    [InlineData("static readonly string Name = nameof(Engine.Current);")]
    [InlineData("[Obsolete(nameof(Engine.Current))] static int F;")]
    [InlineData("static readonly bool Same = new Engine() == Engine.Current;")]
    [InlineData("static readonly Func<Task<int>> F = async () => { await Task.Yield(); return Engine.Current.Seed; };")]
    public Task WhatRunsLaterOrElsewhere_DoesNotTrigger(string member) => Verify(member);

    [Theory]
    [InlineData("static readonly int F = Engine.Current.Seed;")]
    [InlineData("static C() => Engine.Current.Touch();")]
    public Task OneFindingAPlace_SoECTX1002KeepsQuiet(string member) => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(Class(member));

    [Fact]
    public Task AssignmentWhileATypeIsInitialised_IsLeftToECTX1002() => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(Class("static C() => {|ECTX1002:Settings.Global|} = new();"));

    [Fact]
    public Task ConfiguredAccessor_Triggers() => AnalyzerTest<StaticInitialiserAnalyzer>.VerifyAsync(
        new TestProject("class C { static readonly System.DateTime Start = [|System.DateTime.UtcNow|]; }").WithContextFile("P:System.DateTime.UtcNow"));

    [Fact]
    public Task NothingConfigured_DoesNotTrigger() => AnalyzerTest<StaticInitialiserAnalyzer>.VerifyAsync("class C { static readonly System.DateTime Start = System.DateTime.UtcNow; }");

    private static Task Verify(string member) => AnalyzerTest<StaticInitialiserAnalyzer>.VerifyAsync(Class(member));

    private static TestProject Class(string member) => EngineProject.With($"using System;\nusing System.Threading.Tasks;\nusing ExplicitContext;\nclass C\n{{\n    {member}\n}}\n");
}
