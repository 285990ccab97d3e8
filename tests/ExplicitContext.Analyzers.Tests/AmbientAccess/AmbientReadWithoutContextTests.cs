using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.AmbientAccess;

/// <summary>ECTX1002.</summary>
public sealed class AmbientReadWithoutContextTests
{
    [Theory]
    [InlineData("int M() => {|ECTX1002:Engine.Current|}.Seed;")]
    [InlineData("static int M() => {|ECTX1002:Engine.Find()|}.Seed;")]
    [InlineData("int M() => {|ECTX1002:Settings.Global|}.Depth;")]
    [InlineData("int M<T>() => {|ECTX1002:Engine.Current|}.Seed;")]
    [InlineData("async Task<int> M() { await Task.Yield(); return {|ECTX1002:Engine.Current|}.Seed; }")]
    [InlineData("Func<int> M() => () => {|ECTX1002:Engine.Current|}.Seed;")]
    [InlineData("Func<int> M() => static () => {|ECTX1002:Engine.Current|}.Seed;")]
    [InlineData("int M() { return Local(); static int Local() => {|ECTX1002:Engine.Current|}.Seed; }")]
    [InlineData("int P => {|ECTX1002:Engine.Current|}.Seed;")]
    [InlineData("int P { get; } = {|ECTX1002:Engine.Current|}.Seed;")]
    [InlineData("static readonly Func<int> F = () => {|ECTX1002:Engine.Current|}.Seed;")]
    [InlineData("~C() => {|ECTX1002:Engine.Current|}.Touch();")]
    [InlineData("void M() => {|ECTX1002:Settings.Global|} = new();")]
    [InlineData("void M() => {|ECTX1002:Engine.Current|} ??= new();")]
    [InlineData("Func<Engine> M() => {|ECTX1002:Engine.Find|};")]
    public Task NothingAtHand_Triggers(string member) => Verify(member);

    [Fact]
    public Task AccessorWithNothingKnownToReplaceIt_Triggers() => Verify("int M(Engine engine) => {|ECTX1002:Settings.Orphan|}.Depth;");

    [Fact]
    public Task Message_NamesAccessorAndMember() => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(
        Class("int M(int x) => {|ECTX1002:Engine.Current|}.Seed;"),
        DiagnosticSeverity.Error,
        "'Engine.Current' is ambient and no context is at hand in 'C.M(int)': take it as a parameter, or mark the member [ContextEntry] if it is where the context comes from");

    [Theory]
    [InlineData("int P => {|ECTX1002:Engine.Current|}.Seed;", "C.P", "make it a method that takes the context as a parameter")]
    [InlineData("int P { get; } = {|ECTX1002:Engine.Current|}.Seed;", "C.P", "assign it in a constructor that takes the context as a parameter")]
    [InlineData("readonly int f = {|ECTX1002:Engine.Current|}.Seed;", "C.f", "assign it in a constructor that takes the context as a parameter")]
    [InlineData("static C() { Func<int> later = () => {|ECTX1002:Engine.Current|}.Seed; }", "C.C()", "build it where a context is at hand")]
    [InlineData("int this[int i] => {|ECTX1002:Engine.Current|}.Seed;", "C.this[int]", "take it as a parameter")]
    public Task Message_SaysHowAContextGetsIntoSuchAMember(string member, string name, string wayIn) => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(
        Class(member),
        DiagnosticSeverity.Error,
        $"'Engine.Current' is ambient and no context is at hand in '{name}': {wayIn}, or mark the member [ContextEntry] if it is where the context comes from");

    [Theory]
    [InlineData("int M(Engine engine = null!) => Engine.Current.Seed;")]
    [InlineData("Func<int> M(Engine engine = null!) => () => Engine.Current.Seed;")]
    [InlineData("void M(Engine engine = null!) { if (engine == null) Engine.Current.Touch(); }")]
    public Task ContextThatMayBeLeftOut_IsLeftToTheRuleAboutThat(string member) => Verify(member);

    [Theory]
    [InlineData("int M(string name = null!) => {|ECTX1002:Engine.Current|}.Seed;")]
    [InlineData("int M(Engine engine = null!) => {|ECTX1002:Settings.Orphan|}.Depth;")]
    public Task AnotherThatMayBeLeftOut_Triggers(string member) => Verify(member);

    [Theory]
    [InlineData("static class S { [AmbientAccessor] public static Options Now { get; set; } static S() { Now = new(); } }")]
    [InlineData("static class S { [AmbientAccessor] public static Options? Now { get; set; } static S() { Now ??= new(); } }")]
    public Task FirstValue_ThatTheAccessorsOwnTypeGivesIt_DoesNotTrigger(string member) => Verify(member);

    [Theory]
    [InlineData("static class S { [AmbientAccessor] public static Options Now { get; set; } = new(); static void M() { {|ECTX1002:Now|} = new(); } }")]
    [InlineData("static class S { [AmbientAccessor] public static Options Now { get; set; } = new(); class T { static T() { {|ECTX1002:Now|} = new(); } } }")]
    public Task ValueThatOthersOrLaterCodeGives_Triggers(string member) => Verify(member);

    [Theory]
    [InlineData("[ContextEntry] int M() => Engine.Current.Seed;")]
    [InlineData("[ContextEntry] int P => Engine.Current.Seed;")]
    [InlineData("[ContextEntry] class Inner { int M() => Engine.Current.Seed; }")]
    [InlineData("[ContextEntry] int M() { return Local(); int Local() => Engine.Current.Seed; }")]
    [InlineData("[ContextEntry] Func<int> M() => () => Engine.Current.Seed;")]
    [InlineData("[AmbientAccessor] static Options Mine => Engine.Current.Options;")]
    public Task EntryPointOrAccessor_DoesNotTrigger(string member) => Verify(member);

    [Fact]
    public Task EntryPointOfTheTextFile_DoesNotTrigger() =>
        AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(Class("int M() => Engine.Current.Seed;").WithContextFile("M:C.M; entry\n"));

    [Fact]
    public Task Main_DoesNotTrigger() => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(
        EngineProject.With("class C { static int Main() => Engine.Current.Seed; }") with { OutputKind = OutputKind.ConsoleApplication });

    [Fact]
    public Task TopLevelStatement_DoesNotTrigger() => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(
        EngineProject.With("return Engine.Current.Seed;") with { OutputKind = OutputKind.ConsoleApplication });

    [Theory]
    [InlineData("void M() => Engine.Current = new();")]
    [InlineData("string M() => nameof(Engine.Current);")]
    [InlineData("/// <see cref=\"Engine.Current\"/>\nvoid M() { }")]
    [InlineData("bool M(Engine? engine) => engine == Engine.Current;")]
    [InlineData("[Mark(typeof(Engine), nameof(Engine.Current))] class Mark(Type type, string name) : Attribute { public object Both => (type, name); }")]
    public Task NoRead_DoesNotTrigger(string member) => Verify(member);

    [Fact]
    public Task PartialMember_Triggers() => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(EngineProject.With(
        """
        partial class C { private partial int M(); }
        partial class C { private partial int M() => {|ECTX1002:Engine.Current|}.Seed; }
        """));

    [Fact]
    public Task Suppressed_DoesNotTrigger() => Verify("int M() =>\n#pragma warning disable ECTX1002\nEngine.Current.Seed;");

    [Fact]
    public Task GeneratedCode_DoesNotTrigger() => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(EngineProject.With(
        "// <auto-generated/>\nclass C { int M() => Engine.Current.Seed; }"));

    [Fact]
    public Task BrokenCode_IsLeftToTheCompiler() => Verify("int M() => {|ECTX1002:Engine.Current|}.{|CS1061:Missing|}({|CS0103:y|}, {|ECTX1002:Engine.Current|}{|CS1002:|}{|CS1026:|}");

    private static TestProject Class(string member) => EngineProject.With(
        $$"""
        using System;
        using System.Threading.Tasks;
        using ExplicitContext;
        class C
        {
            {{member}}
        }
        """);

    private static Task Verify(string member) => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(Class(member), DiagnosticSeverity.Error);
}
