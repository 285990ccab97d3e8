using ExplicitContext.Analyzers.Threads;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Threads;

public class LockOrderTests
{
    private const string Fields =
        """
        readonly object a = new();
        readonly object b = new();
        readonly Lock c = new();
        readonly Lock d = new();
        readonly object[] many = [];

        """;

    [Theory]
    [InlineData("void M() { lock (a) lock (b) { } } void N() { lock (b) lock ([|a|]) { } }")]
    [InlineData("void M() { lock (a) { lock (b) { } } lock (b) { lock ([|a|]) { } } }")]
    [InlineData("void M() { lock (b) { } } void N() { lock (b) lock ([|a|]) { } } void O() { lock (a) lock (b) { } }")]
    [InlineData("void M() { lock (b) lock (a) { } } void N() { lock (b) { lock (a) { } } } void O() { lock (a) lock ([|b|]) { } }")]
    [InlineData("void M() { using (c.EnterScope()) using (d.EnterScope()) { } } void N() { using (d.EnterScope()) using ([|c.EnterScope()|]) { } }")]
    [InlineData("void M() { using var x = c.EnterScope(); using var y = d.EnterScope(); } void N() { using var y = d.EnterScope(); using var x = [|c.EnterScope()|]; }")]
    [InlineData("void M() { lock (c) lock (d) { } } void N() { lock (d) lock ([|c|]) { } }")]
    [InlineData("void M() { lock (this.a) lock (this.b) { } } void N() { lock (b) { foreach (var x in many) lock ([|a|]) { } } }")]
    [InlineData("void M() { lock (a) lock (b) { } } async Task N() { await Task.Yield(); lock (b) lock ([|a|]) { } }")]
    [InlineData("void M() { lock (a) lock (b) { } } Action N() => () => { lock (b) lock ([|a|]) { } };")]
    [InlineData("void M() { lock (a) lock (b) { } } static void N(C c) { static void Local(C c) { lock (c.b) lock ([|c.a|]) { } } }")]
    [InlineData("partial void Part(); partial void Part() { lock (a) lock (b) { } } void N<T>(T x) { lock (b) lock ([|a|]) { } }")]
    [InlineData("void M() { lock (a) lock (b) { } } void N() { Monitor.Enter(b); lock ([|a|]) { } Monitor.Exit(b); }")]
    [InlineData("readonly SemaphoreSlim s = new(1); void M() { lock (s) lock (a) { } } void N() { lock (a) { [|s.Wait()|]; s.Release(); } } void O() { lock (s) { lock (a) { } } }")]
    public Task BothOrders_Trigger(string members) => AnalyzerTest<LockOrderAnalyzer>.VerifyAsync(ThreadsWorld.With(Fields + members));

    [Fact]
    public Task TwoPartsOfAType_AreOne() => AnalyzerTest<LockOrderAnalyzer>.VerifyAsync(ThreadsWorld.Types(
        "partial class C { readonly object a = new(), b = new(); void M() { lock (a) lock (b) { } } } partial class C { void N() { lock (b) lock ([|a|]) { } } }"));

    [Fact]
    public async Task TheFinding_LeadsToTheOtherPlaces()
    {
        var finding = Assert.Single(await AnalyzerTest<LockOrderAnalyzer>.DiagnosticsAsync(ThreadsWorld.With(Fields + "void M() { lock (a) lock (b) { } } void N() { lock (b) lock (a) { } }")));
        Assert.Equal("'a' is taken here while 'b' is held, but elsewhere in 'C' it is the other way round: take both in one order, 'a' first", finding.GetMessage());
        Assert.Equal("b", Assert.Single(finding.AdditionalLocations) is { SourceTree: { } tree } place ? tree.GetText().ToString(place.SourceSpan) : "");
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
    }

    [Theory]
    [InlineData("void M() { lock (a) lock (b) { } } void N() { lock (a) lock (b) { } }")]
    [InlineData("void M() { lock (a) { } lock (b) { } } void N() { lock (b) { } lock (a) { } }")]
    [InlineData("void M() { lock (a) lock (b) { } } void N() { lock (b) { Task.Run(() => { lock (a) { } }); } }")]
    [InlineData("void M(C other) { lock (a) lock (other.a) { } } void N(C other) { lock (other.a) lock (a) { } }")]
    [InlineData("void M(object x, object y) { lock (x) lock (y) { } } void N(object x, object y) { lock (y) lock (x) { } }")]
    [InlineData("void M() { lock (a) lock (b) { } } class Other { object a = new(), b = new(); void N() { lock (b) lock (a) { } } }")]
    [InlineData("void M() { Monitor.Enter(a); Monitor.Enter(b); Monitor.Exit(b); Monitor.Exit(a); } void N() { Monitor.Enter(b); Monitor.Enter(a); Monitor.Exit(a); Monitor.Exit(b); }")]
    [InlineData("void M() { lock (a) Inner(); } void Inner() { lock (b) { } } void N() { lock (b) Other(); } void Other() { lock (a) { } }")]
    public Task OneOrder_DoesNotTrigger(string members) => AnalyzerTest<LockOrderAnalyzer>.VerifyAsync(ThreadsWorld.With(Fields + members));
}
