using ExplicitContext.Generators.Tests.Shims;
using ExplicitContext.Testing;

namespace ExplicitContext.Generators.Tests.State;

/// <summary>Where a class cannot be module state, the finding says why and what to do.</summary>
public class ModuleFindingTests
{
    [Theory]
    [InlineData("[PerInterpreter] public class M;", "ECTX5001", "T:Sample.M", "Make it partial")]
    [InlineData("[PerInterpreter] public static partial class M;", "ECTX5002", "T:Sample.M", "it is static, so it has no instances. Drop 'static'")]
    [InlineData("[PerThread] public abstract partial class M;", "ECTX5002", "T:Sample.M", "it is abstract. Mark the classes that derive from it")]
    [InlineData("[PerThread] public partial class M<T>;", "ECTX5002", "T:Sample.M`1", "it is generic, and a slot is of one type")]
    [InlineData("public partial class Outer { [PerInterpreter] public partial class M; }", "ECTX5002", "T:Sample.Outer.M", "it stands in 'Outer'")]
    [InlineData("[PerInterpreter] file partial class M;", "ECTX5002", null, "it is file-local")]
    [InlineData("[PerInterpreter, PerThread] public partial class M;", "ECTX5002", "T:Sample.M", "the state of more than one context")]
    [InlineData("[PerInterpreter] public partial class M(int x) { public int X => x; }", "ECTX5002", "T:Sample.M", "no constructor that takes nothing, or the 'InterpreterState' alone")]
    [InlineData("[PerInterpreter] public partial class M(ThreadState tstate) { public object X => tstate; }", "ECTX5002", "T:Sample.M", "no constructor that takes nothing")]
    [InlineData("[PerInterpreter] public partial class M { public required int X; }", "ECTX5002", "T:Sample.M", "required members")]
    [InlineData("[PerInterpreter] public partial class Close;", "ECTX5003", "T:Sample.Close", "'InterpreterState' has a member 'Close'")]
    [InlineData("[ModuleState(typeof(string))] public partial class M;", "ECTX5002", "T:Sample.M", "'String' is no context type. Mark it [ContextType]")]
    [InlineData("[ModuleState(typeof(C))] public partial class M; [ContextType(\"c\")] public class C;", "ECTX5001", "T:Sample.C", "no slots for module state can be generated in 'C'. Make it partial.")]
    [InlineData("[ModuleState(typeof(C))] public partial class M; [ContextType(\"c\")] public partial record C;", "ECTX5002", "T:Sample.C", "it is a record, whose copies would share them")]
    [InlineData("[ModuleState(typeof(C))] public partial class M; [ContextType(\"c\")] public partial struct C;", "ECTX5002", "T:Sample.C", "it is no class")]
    [InlineData("[ModuleState(typeof(C))] public partial class M; [ContextType(\"c\")] public partial class C { void GetState() { } }", "ECTX5003", "T:Sample.C", "it has a member 'GetState' of its own")]
    [InlineData("[ModuleState(typeof(RuntimeState))] public partial class M;", "ECTX5002", "T:Sample.M", "'RuntimeState' is of another assembly and has no slots")]
    [InlineData("[ContextType(\"c\", HasSlots = true)] public class C;", "ECTX5001", "T:Sample.C", "Make it partial")]
    public void WhatCannotBe_IsReported(string code, string rule, string? symbol, string reason)
    {
        var finding = Assert.Single(ShimWorld.Findings<StateGenerator>(StateWorld.With(code, hasSlots: false)));
        Assert.Equal((rule, symbol ?? finding.Symbol), (finding.Rule, finding.Symbol));
        Assert.Contains(reason, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutTheRuntime_ItIsSaidWhatIsMissing()
    {
        TestProject project = "namespace Sample { [ExplicitContext.PerInterpreter] public partial class M; }";
        var run = GeneratorTest<StateGenerator>.RunUnchecked(project with { References = [.. TestCompilation.References.Where(reference => reference.Display?.Contains("ExplicitContext.Runtime", StringComparison.Ordinal) != true)] });
        Assert.Contains("Add that, or name a context type of your own", Assert.Single(ShimWorld.Findings(run)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneThatCannotBe_CostsNoOther()
    {
        var run = GeneratorTest<StateGenerator>.RunUnchecked(StateWorld.With("[PerInterpreter] public partial class M; [PerInterpreter] public class N;", hasSlots: false));
        Assert.Single(ShimWorld.Findings(run));
        Assert.Contains("Sample.M.State.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void SlotsWrittenByHand_AreUsed()
    {
        var run = GeneratorTest<StateGenerator>.Run(StateWorld.With(
            "[ModuleState(typeof(C))] public partial class M; [ContextType(\"c\")] public class C { public class ModuleSlot<T>(Func<C, T> create) { public Func<C, T> Create => create; } public T GetState<T>(ModuleSlot<T> slot) => slot.Create(this); }",
            hasSlots: false));
        Assert.Equal(["Sample.M.State.g.cs"], run.Sources.Keys);
    }
}
