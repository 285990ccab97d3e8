using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Analyzers.Passing;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>The fixes in projects of C# 7.3, where nothing is annotated: what they write compiles there too.</summary>
public sealed class OldLanguageTests
{
    [Fact]
    public Task AmbientRead_FixesByUsingTheContext() => VerifyAsync<AmbientReadAnalyzer, UseAvailableContextCodeFixProvider>(
        "int M(Engine engine) => {|ECTX1001:Engine.Current|}.Seed + {|ECTX1001:Settings.Global|}.Depth;",
        "int M(Engine engine) => engine.Seed + engine.Options.Depth;");

    [Fact]
    public Task Member_FixesByTakingTheContext() => VerifyOnceAsync(
        "int Walk() { return Local(); int Local() => {|ECTX1002:Engine.Current|}.Seed; }\n    int M(Engine engine) => Walk();",
        "Take 'Engine engine' as a parameter of 'Walk'",
        "int Walk(Engine engine) { return Local(); int Local() => engine.Seed; }\n    int M(Engine engine) => Walk(engine);");

    [Fact]
    public Task PublicMember_FixesByAnOverloadBesideIt() => VerifyOnceAsync(
        "public int Walk(int x = 1) => {|ECTX1002:Engine.Current|}.Seed;\n    protected int Rest() => 0;",
        "Take 'Engine engine' as a parameter of 'Walk', and keep the old signature",
        "internal int Walk(Engine engine, int x = 1) => engine.Seed;\n\n    [ContextEntry]\n    public int Walk(int x = 1) => Walk(Engine.Current, x);\n    protected int Rest() => 0;");

    [Fact]
    public Task Call_FixesByPassingTheContext() => VerifyAsync<PassContextAnalyzer, PassContextCodeFixProvider>(
        "int M(Engine engine) => [|Run|](x: 1);\n    Func<int, int> N(Engine engine) => [|Run|];\n    static int Run(int x) => x; static int Run(Engine engine, int x) => x;",
        "int M(Engine engine) => Run(engine, x: 1);\n    Func<int, int> N(Engine engine) => x => Run(engine, x);\n    static int Run(int x) => x; static int Run(Engine engine, int x) => x;");

    [Fact]
    public Task MethodGroupBesideAVariableOfTheName_FixesByALambdaThatHidesNothing() => VerifyAsync<PassContextAnalyzer, PassContextCodeFixProvider>(
        "Func<int, int> M(Engine engine, int x) => x == 0 ? null : new Func<int, int>([|Run|]);\n    static int Run(int x) => x; static int Run(Engine engine, int x) => x;",
        "Func<int, int> M(Engine engine, int x) => x == 0 ? null : new Func<int, int>(xValue => Run(engine, xValue));\n    static int Run(int x) => x; static int Run(Engine engine, int x) => x;");

    [Fact]
    public Task Construction_FixesByPassingTheContext() => VerifyAsync<ConstructedWithoutContextAnalyzer, PassContextCodeFixProvider>(
        "object M(Engine engine) => new [|Frame|](1);\n    class Frame { public Frame(int x) { } public Frame(int x, Engine engine) { } }",
        "object M(Engine engine) => new Frame(1, engine);\n    class Frame { public Frame(int x) { } public Frame(int x, Engine engine) { } }");

    [Fact]
    public Task OtherContext_FixesByTheOneInScope() => VerifyAsync<OtherContextAnalyzer, PassOwnContextCodeFixProvider>(
        "int M(Engine engine) => Run([|new Engine()|]) + Run([|null|]) + [|Maybe|]();\n    static int Run(Engine engine) => 0; static int Maybe(Engine engine = null) => 0;",
        "int M(Engine engine) => Run(engine) + Run(engine) + Maybe(engine: engine);\n    static int Run(Engine engine) => 0; static int Maybe(Engine engine = null) => 0;");

    [Fact]
    public Task WrongName_FixesByRenaming() => VerifyAsync<ContextConventionAnalyzer, RenameContextParameterCodeFixProvider>(
        "int M(Engine [|e|], int x) => x == 0 ? e.Seed : M(e: e, x: 0);", "int M(Engine engine, int x) => x == 0 ? engine.Seed : M(engine: engine, x: 0);");

    [Fact]
    public Task FallbackWhereNothingSaysThatItCannotBeMissing_IsNotOffered() => CodeFixTest<SilentFallbackAnalyzer, DropFallbackCodeFixProvider>.VerifyNoFixAsync(
        Class("Engine M(Engine engine) => engine ?? [|Engine.Current|];"));

    [Fact]
    public Task Delegate_FixesByUsingItsOwn() => VerifyAsync<DelegateDropsContextAnalyzer, UseDelegateContextCodeFixProvider>(
        "Func<Engine, int> M(Engine engine) => [|own|] => engine.Seed;", "Func<Engine, int> M(Engine engine) => own => own.Seed;");

    [Fact]
    public Task PublicApi_FixesByAShim() => VerifyAsync<PublicApiAnalyzer, AddLegacyShimCodeFixProvider>(
        "public int [|M|](Engine engine, in int x) => x;", "public int M(Engine engine, in int x) => x;\n\n    [ContextEntry]\n    public int M(in int x) => M(Engine.Current, in x);");

    private static Task VerifyAsync<TAnalyzer, TFix>(string before, string after)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => CodeFixTest<TAnalyzer, TFix>.VerifyAsync(Class(before), Class(after).Sources[0]);

    private static Task VerifyOnceAsync(string before, string title, string after) =>
        CodeFixTest<AmbientReadAnalyzer, TakeContextCodeFixProvider>.VerifyOnceAsync(Class(before), title, Class(after).Sources[0]);

    /// <summary>The world is an assembly of its own, since it is written in a newer C#.</summary>
    private static TestProject Class(string members) => new TestProject($"using System;\nusing ExplicitContext;\npublic class C\n{{\n    {members}\n}}\n")
    {
        LanguageVersion = LanguageVersion.CSharp7_3,
        References = [.. TestCompilation.References, TestCompilation.ToReference(TestCompilation.Create(EngineProject.World))],
    }.WithBuildProperty("ExplicitContextPublicApi", "keep");
}
