using ExplicitContext.Analyzers.Ownership;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Ownership;

public class OwnedObjectTests
{
    [Theory]
    [InlineData("void M(Engine engine) => shared = [|engine.Options|];")]
    [InlineData("void M(Session session) => shared = [|session.Engine.Options|];")]
    [InlineData("void M(Engine engine) => shared ??= [|engine.Options|];")]
    [InlineData("void M(Engine engine) { var options = engine.Options; shared = [|options|]; }")]
    [InlineData("void M(Engine engine) => all.Add([|engine.Options|]);")]
    [InlineData("void M(Engine engine) => byName[\"a\"] = [|engine.Options|];")]
    [InlineData("void M(Engine engine) => Holder.Instance.Any = [|engine.Options|];")]
    [InlineData("void M(InterpreterState interp, InterpreterSlot<Options> slot) => shared = [|interp.GetState(slot)|];")]
    [InlineData("void M(ThreadState tstate, InterpreterSlot<Options> slot) => shared = [|tstate.Interp.GetState(slot)|];")]
    [InlineData("void M(Module module) => shared = [|module|];")]
    [InlineData("void M() => shared = [|new PerThreadModule()|];")]
    [InlineData("void M(Host host, Engine engine) => host.Any = [|engine.Options|];")]
    [InlineData("void M(Host host, Engine engine) => host.All.Add([|engine.Options|]);")]
    [InlineData("void M<T>(T engine) where T : class, IHasOptions => shared = [|engine.Options|];")]
    [InlineData("async Task M(Engine engine) { await Task.Yield(); shared = [|engine.Options|]; }")]
    [InlineData("Action M(Engine engine) => () => shared = [|engine.Options|];")]
    [InlineData("static void M() { static void Local(Engine engine) => shared = [|engine.Options|]; }")]
    [InlineData("partial void P(Engine e); partial void P(Engine e) { shared = [|e.Options|]; }")]
    public Task WhatAContextOwns_PutWhereTheProcessFindsIt_Triggers(string member) => AnalyzerTest<OwnedObjectAnalyzer>.VerifyAsync(With(member));

    [Fact]
    public Task TheMessage_NamesOwnerAndHome() => AnalyzerTest<OwnedObjectAnalyzer>.VerifyAsync(
        With("void M(Engine engine) => shared = [|engine.Options|];"),
        null,
        "'engine.Options' belongs to one 'Engine', but 'C.shared' is there for the whole process: keep it where it belongs, or store a copy that cannot change");

    [Theory]
    [InlineData("void M(Engine engine) => number = engine.Seed;")]
    [InlineData("void M(Engine engine) => shared = engine.ToString();")]
    [InlineData("void M(Engine engine) => shared = engine.Options.Depth;")]
    [InlineData("void M(Engine engine) => shared = new Options { Depth = engine.Options.Depth };")]
    [InlineData("object? own; void M(Engine engine) => own = engine.Options;")]
    [InlineData("void M(Engine engine) => Settings.Global = engine.Options;")]
    [InlineData("void M(Engine engine) => audited = engine.Options;")]
    [InlineData("void M(Host host) => shared = host.Any;")]
    [InlineData("void M(Engine engine) => shared = engine;")]
    [InlineData("void M(Engine engine) { var options = engine.Options; options = new Options(); shared = options; }")]
    [InlineData("void M(Names names) => shared = names.All;")]
    [InlineData("void M(InterpreterState interp) => shared = interp.Id;")]
    [InlineData("void M(Engine engine, Session session) => Use(session.Engine.Options); static void Use(Options o) { }")]
    [InlineData("void M(Maker maker) => shared = maker.Make(); [ContextType(\"maker\")] sealed class Maker { public Options Make() => new(); }")]
    [InlineData("void M(Frozen frozen) => shared = frozen.Value; [ContextType(\"frozen\")] sealed class Frozen { public Point Value { get; } = new(1); } [Shareable] public sealed record Point(int X);")]
    public Task WhatCannotChange_OrIsNoOnesOwn_DoesNotTrigger(string member) => AnalyzerTest<OwnedObjectAnalyzer>.VerifyAsync(With(member));

    private static TestProject With(string member) => EngineProject.With(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Threading.Tasks;
        using ExplicitContext;
        using ExplicitContext.Runtime;
        partial class C
        {
            static object? shared;
            static int number;
            static readonly List<object> all = [];
            static readonly Dictionary<string, object> byName = [];
            [AuditedStatic(Owner = "me", Reason = "one device", Until = "2099-12-31")] static object? audited;
            {{member}}
        }
        sealed class Holder { public static Holder Instance { get; } = new(); public object? Any { get; set; } }
        [PerInterpreter] partial class Module { public int Count { get; set; } }
        [PerThread] partial class PerThreadModule { public int Count { get; set; } }
        [RuntimeState] sealed class Host { public object? Any { get; set; } public List<object> All { get; } = []; }
        [ContextType("names")] sealed class Names { public ImmutableArray<string> All { get; } = []; }
        [ContextType("options")] public interface IHasOptions { Options Options { get; } }
        """);
}
