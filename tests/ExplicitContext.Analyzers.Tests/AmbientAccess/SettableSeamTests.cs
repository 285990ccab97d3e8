using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.AmbientAccess;

/// <summary>ECTX1007, which takes the place of ECTX1004 at a member.</summary>
public sealed class SettableSeamTests
{
    [Theory]
    [InlineData("internal static Func<DateTime> {|ECTX1007:Now|} = () => DateTime.UtcNow;")]
    [InlineData("public static TimeProvider {|ECTX1007:Clock|} { get; set; } = TimeProvider.System;")]
    [InlineData("static IFormatProvider {|ECTX1007:format|} = System.Globalization.CultureInfo.InvariantCulture; internal static void Use(IFormatProvider with) => format = with;")]
    [InlineData("static Func<int> {|ECTX1007:f|} = static () => 1; public static Func<int> F { get => f; set => f = value; }")]
    [InlineData("static int {|ECTX1007:retries|} = 3; internal static void SetRetriesForTesting(int to) => retries = to;")]
    [InlineData("internal static Func<T> M<T>(T t) => () => t; internal static Func<Task> {|ECTX1007:Wait|} = async () => await Task.Yield();")]
    [InlineData("static class Generic<T> { public static Func<T?> {|ECTX1007:Make|} = Local(); static Func<T?> Local() { return Inner; static T? Inner() => default; } }")]
    public Task BehaviourThatOthersCanExchange_Triggers(string member) => Verify(member);

    [Theory]
    [InlineData("static readonly Func<int> f = () => 1;")]
    [InlineData("internal static Func<int>? {|ECTX1004:Hook|};")]
    [InlineData("public static string {|ECTX1004:Name|} { get; set; } = \"\";")]
    [InlineData("static Func<int> {|ECTX1004:f|} = () => 1; static void M() => f = () => 2;")]
    [InlineData("public static System.Collections.Generic.IList<int> {|ECTX1004:All|} = new System.Collections.Generic.List<int>();")]
    [InlineData("public static event Action? {|ECTX1004:Changed|}; static void Raise() => Changed?.Invoke();")]
    [InlineData("[ExplicitContext.AuditedStatic(Owner = \"core\", Reason = \"tests run alone\", Until = \"2099-01-01\")] internal static Func<int> F = () => 1;")]
    [InlineData("static readonly IFormatProvider format = System.Globalization.CultureInfo.InvariantCulture;")]
    [InlineData("public static System.Collections.Generic.IEnumerable<int> {|ECTX1004:All|} = [];")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"tool\", \"1\")] internal static Func<int> F = () => 1;")]
    public Task SettingsDataAndAudited_DoNotTrigger(string member) => Verify(member);

    [Fact]
    public Task AmbientAccessorOfAbstractType_IsNoSeam() => AnalyzerTest<StaticStateAnalyzer>.VerifyAsync(
        "using ExplicitContext; class C { [AmbientAccessor] public static System.IFormatProvider {|ECTX1004:Current|} { get; set; } = System.Globalization.CultureInfo.InvariantCulture; }");

    [Fact]
    public Task PartialType_TriggersOnce() => AnalyzerTest<StaticStateAnalyzer>.VerifyAsync(new TestProject(
        "partial class C { internal static System.Func<int> {|ECTX1007:F|} = () => 1; }", "partial class C { static void M() => F = () => 2; }"));

    [Fact]
    public Task Message_NamesMemberAndType() => AnalyzerTest<StaticStateAnalyzer>.VerifyAsync(
        Class("internal static Func<DateTime> {|ECTX1007:Now|} = () => DateTime.UtcNow;"),
        DiagnosticSeverity.Error,
        "'C.Now' lets others exchange the 'Func<DateTime>' that the whole process uses: hand it to those who need it instead");

    [Fact]
    public async Task Finding_CarriesTheClassification()
    {
        var finding = Assert.Single(await AnalyzerTest<StaticStateAnalyzer>.DiagnosticsAsync(Class("public static TimeProvider Clock { get; set; } = TimeProvider.System;")));

        Assert.Equal(("SettableProperty", "Interpreter"), (finding.Properties["Shape"], finding.Properties["Home"]));
    }

    private static Task Verify(string member) => AnalyzerTest<StaticStateAnalyzer>.VerifyAsync(Class(member));

    private static TestProject Class(string member) => $"using System;\nusing System.Threading.Tasks;\nclass C\n{{\n    {member}\n}}\n";
}
