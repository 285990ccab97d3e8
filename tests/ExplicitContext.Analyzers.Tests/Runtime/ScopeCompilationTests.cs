using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Runtime;

/// <summary>What the runtime's types let nobody write, told by the compiler itself.</summary>
public sealed class ScopeCompilationTests
{
    [Theory]
    [InlineData("void M(InterpreterState interp) { using (interp.Attach(out var tstate)) tstate.CheckBreaker(); }")]
    [InlineData("void M(InterpreterState interp) { using (interp.Attach(out var tstate)) { using (tstate.AllowThreads()) { } } }")]
    [InlineData("async Task M(InterpreterState interp) { using (interp.Attach(out var tstate)) tstate.CheckBreaker(); await Task.Yield(); }")]
    [InlineData("void M(InterpreterView view) { if (view.TryAttach(out var scope, out var tstate)) using (scope) tstate.CheckBreaker(); }")]
    [InlineData("object M(RuntimeState runtime) => runtime.GetInterpreter(new InterpreterId(1));")]
    public void AScopeUsedAsMeant_Compiles(string member) => Assert.Empty(Errors(member));

    [Theory]
    [InlineData("AttachScope field;", "CS8345")]
    [InlineData("AllowThreadsScope field;", "CS8345")]
    [InlineData("StopTheWorldScope Property { get; set; }", "CS8345")]
    [InlineData("object M(InterpreterState interp) => interp.Attach(out _);", "CS0029")]
    [InlineData("void M(InterpreterState interp) { object boxed = interp.Attach(out _); }", "CS0029")]
    [InlineData("List<AttachScope> M() => new();", "CS9244")]
    [InlineData("Action M(InterpreterState interp) { var scope = interp.Attach(out _); return () => scope.Dispose(); }", "CS8175")]
    [InlineData("Action M(ThreadState tstate) { var scope = tstate.AllowThreads(); return () => scope.Dispose(); }", "CS8175")]
    [InlineData("async Task M(InterpreterState interp) { using (interp.Attach(out var tstate)) await Task.Yield(); }", "CS4007")]
    [InlineData("async Task M(ThreadState tstate) { using (tstate.AllowThreads()) await Task.Yield(); }", "CS4007")]
    [InlineData("IEnumerable<int> M(InterpreterState interp) { using (interp.Attach(out _)) yield return 1; }", "CS4007")]
    [InlineData("AttachScope[] M() => new AttachScope[1];", "CS0611")]
    public void TST_18_AScopeThatIsStored_Captured_Boxed_OrLivesAcrossAwaitOrYield_DoesNotCompile(string member, string error) =>
        Assert.Contains(error, Errors(member));

    [Fact]
    public void RUN_29_AwaitInsideAnAttachedScope_DoesNotCompile() =>
        Assert.Equal(["CS4007"], Errors("async Task<int> M(InterpreterState interp, Task<int> task) { using (interp.Attach(out var tstate)) return await task; }"));

    [Theory]
    [InlineData("object M(RuntimeState runtime) => runtime.GetInterpreter(1);")]
    [InlineData("object M(RuntimeState runtime) => runtime.GetInterpreter(\"1\");")]
    [InlineData("object M(RuntimeState runtime) => runtime.GetInterpreter(runtime.Main);")]
    public void LIF_13_AnIdOfAWrongType_DoesNotCompile(string member) => Assert.Equal(["CS1503"], Errors(member));

    // Emitted, because that a scope lives across an await is only found then.
    private static IEnumerable<string> Errors(string member) =>
        from diagnostic in TestCompilation.Create(
            $$"""
            using System;
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using ExplicitContext.Runtime;

            class C
            {
                {{member}}
            }
            """).Emit(Stream.Null).Diagnostics
        where diagnostic.Severity == DiagnosticSeverity.Error
        select diagnostic.Id;
}
