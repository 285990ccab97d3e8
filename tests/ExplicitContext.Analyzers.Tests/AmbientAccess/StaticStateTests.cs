using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.AmbientAccess;

/// <summary>ECTX1004.</summary>
public sealed class StaticStateTests
{
    [Theory]
    [InlineData("static int {|ECTX1004:x|};", "AssignableField")]
    [InlineData("public static string {|ECTX1004:Name|} { get; set; } = \"\";", "SettableProperty")]
    [InlineData("public static string {|ECTX1004:Name|} { get; private set; } = \"\";", "SettableProperty")]
    [InlineData("public static event Action? {|ECTX1004:Changed|}; static void Raise() => Changed?.Invoke();", "Event")]
    [InlineData("static readonly Lazy<List<int>> {|ECTX1004:lazy|} = new();", "Lazy")]
    [InlineData("static readonly ThreadLocal<int> {|ECTX1004:local|} = new();", "ThreadLocal")]
    [InlineData("static readonly AsyncLocal<int> {|ECTX1004:flow|} = new();", "AsyncLocal")]
    [InlineData("[ThreadStatic] static int {|ECTX1004:perThread|};", "ThreadStatic")]
    [InlineData("public static readonly List<int> {|ECTX1004:All|} = []; static void Add() => All.Add(1);", "ReadOnlyOfMutableType")]
    [InlineData("public static Random {|ECTX1004:Random|} { get; } = new();", "ReadOnlyOfMutableType")]
    public async Task StateThatCanChange_TriggersAndTellsItsShape(string member, string shape)
    {
        await Verify(member);
        var diagnostic = Assert.Single(await AnalyzerTest<StaticStateAnalyzer>.DiagnosticsAsync(Class(MarkupText.Parse(member).Text)));
        Assert.Equal(shape, diagnostic.Properties["Shape"]);
    }

    [Fact]
    public async Task LazyMessage_AsksWhatBuildsIt() => Assert.EndsWith(
        "(Lazy, lazily built constant): it may stay, if what builds it reads no context (likely: whoever builds it builds the same)",
        Assert.Single(await AnalyzerTest<StaticStateAnalyzer>.DiagnosticsAsync(Class("static readonly Lazy<List<int>> lazy = new();"))).GetMessage(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("static int {|ECTX1004:count|}; static int Next() => ++count;", "Counter")]
    [InlineData("static readonly Dictionary<string, int> {|ECTX1004:cache|} = []; static void Put(string s) => cache[s] = 1;", "Cache")]
    [InlineData("public static bool {|ECTX1004:EnableTrace|};", "Configuration")]
    [InlineData("static string? {|ECTX1004:text|}; static string Text() => text ??= \"a\" + 1;", "LazilyBuiltConstant")]
    [InlineData("[ThreadStatic] static int {|ECTX1004:perThread|};", "PerThread")]
    [InlineData("public static C {|ECTX1004:Instance|} { get; } = new(); C() { } int state; void M() => state++;", "Service")]
    public async Task State_IsClassified(string member, string kind)
    {
        await Verify(member);
        var diagnostic = Assert.Single(await AnalyzerTest<StaticStateAnalyzer>.DiagnosticsAsync(Class(MarkupText.Parse(member).Text)));
        Assert.Equal(kind, diagnostic.Properties["Kind"]);
    }

    [Fact]
    public Task Message_NamesMemberShapeKindAndHome() => AnalyzerTest<StaticStateAnalyzer>.VerifyAsync(
        Class("static int {|ECTX1004:count|}; static int Next() => ++count;"),
        DiagnosticSeverity.Error,
        "'C.count' is mutable process-global state (assignable static field, counter): move it into the interpreter's context (likely: it is counted without regard to other threads)");

    [Theory]
    [InlineData("const int X = 1;")]
    [InlineData("static readonly int x = 1;")]
    [InlineData("static readonly string Name = \"a\";")]
    [InlineData("static readonly System.Collections.Immutable.ImmutableArray<int> all = [];")]
    [InlineData("private static readonly int[] table = [1, 2]; static int At(int i) => table[i];")]
    [InlineData("static readonly object gate = new();")]
    [InlineData("static readonly Func<int, int> twice = x => x * 2;")]
    [InlineData("static int Computed => 1;")]
    [InlineData("int field; int Property { get; set; } event Action? Changed { add { } remove { } }")]
    [InlineData("[ExplicitContext.AuditedStatic(Owner = \"core\", Reason = \"the process has one\", Until = \"2099-01-01\")] static int x;")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"tool\", \"1\")] static int x;")]
    public Task NothingThatChanges_DoesNotTrigger(string member) => Verify(member);

    [Fact]
    public Task Message_OfAConstant_SaysThatItMayStay() => AnalyzerTest<StaticStateAnalyzer>.VerifyAsync(
        Class("static string {|ECTX1004:name|} = \"a\";"),
        DiagnosticSeverity.Error,
        "'C.name' is a constant that could be changed (assignable static field, constant): it may stay, as 'readonly' (certain: only its own type can change it, and does so at the start alone)");

    [Theory]
    [InlineData("public static string {|ECTX1004:Name|} { get => field; set => field = value; } = \"\";")]
    [InlineData("public static int {|ECTX1004:Next|} => ++field;")]
    public Task PropertyOverTheFieldKeyword_Triggers(string member) => TestCompilation.SupportsCSharp14 ? Verify(member) : Task.CompletedTask;

    [Theory]
    [InlineData("interface I { static int {|ECTX1004:count|}; static int Next() => ++count; }")]
    [InlineData("class G<T> { static T? {|ECTX1004:last|}; static void Keep(T t) => last = t; }")]
    [InlineData("record struct R(int X) { static int {|ECTX1004:made|}; public R() : this(made++) { } }")]
    [InlineData("static object {|ECTX1004:boxed|} = 0; static void Next() => boxed = (int)boxed + 1;")]
    [InlineData("static Func<int, int>? {|ECTX1004:cached|}; static Func<int, int> Get() => cached ??= static x => x + 1;")]
    [InlineData("static int {|ECTX1004:n|}; static async System.Threading.Tasks.Task M() { await System.Threading.Tasks.Task.Yield(); n++; static void Local() => n++; Action a = () => n++; }")]
    [InlineData("static Action? {|ECTX1004:handlers|}; static event Action Changed { add => handlers += value; remove => handlers -= value; }")]
    public Task StateInOtherTypesAndForms_Triggers(string member) => Verify(member);

    [Fact]
    public async Task Finding_SaysWhereItBelongsHowSureThatIsAndWhy()
    {
        var properties = Assert.Single(await AnalyzerTest<StaticStateAnalyzer>.DiagnosticsAsync(Class("[ThreadStatic] static int x;"))).Properties;

        Assert.Equal(("Thread", "Certain", "every thread has one of its own"), (properties["Home"], properties["Certainty"], properties["Reason"]));
    }

    [Fact]
    public Task AuditWithoutReason_Triggers() => Verify("[ExplicitContext.AuditedStatic(Owner = \"core\", Until = \"2099-01-01\")] static int {|ECTX1004:x|};");

    [Fact]
    public Task GenericAndPartialType_TriggersOnce() => AnalyzerTest<StaticStateAnalyzer>.VerifyAsync(new TestProject(
        "partial class C<T> { static int {|ECTX1004:x|}; }", "partial class C<T> { public static T? {|ECTX1004:Last|} { get; set; } }"));

    [Fact]
    public Task GeneratedCode_DoesNotTrigger() => AnalyzerTest<StaticStateAnalyzer>.VerifyAsync("// <auto-generated/>\nclass C { static int x; }");

    [Fact]
    public Task Suppressed_DoesNotTrigger() => Verify("\n#pragma warning disable ECTX1004\nstatic int x;");

    [Fact]
    public Task Level_SetsTheSeverity() => AnalyzerTest<StaticStateAnalyzer>.VerifyAsync(
        Class("static int {|ECTX1004:x|};").WithBuildProperty("ExplicitContextLevel", "inventory"), DiagnosticSeverity.Info);

    [Fact]
    public Task SeverityNone_TurnsTheRuleOff() => AnalyzerTest<StaticStateAnalyzer>.VerifyAsync(
        Class("static int x;") with { EditorConfig = "[*.cs]\ndotnet_diagnostic.ECTX1004.severity = none\n" });

    [Fact]
    public Task BrokenCode_IsLeftToTheCompiler() => Verify("static {|CS0246:Missing|} {|ECTX1004:x|} = {|CS0103:y|};");

    private static Task Verify(string member) => AnalyzerTest<StaticStateAnalyzer>.VerifyAsync(Class(member));

    private static TestProject Class(string member) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading;
        class C
        {
            {{member}}
        }
        """;
}
