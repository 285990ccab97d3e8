using ExplicitContext.Analyzers.Passing;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Passing;

/// <summary>ECTX2005.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("public int [|M|](Engine engine) => 0;")]
    [InlineData("public static int [|M|](Engine engine, int x) => 0;")]
    [InlineData("protected virtual int [|M|](int x, Engine engine) => 0;")]
    [InlineData("public [|C|](Engine engine) { }")]
    [InlineData("public async Task [|M|]<T>(Engine engine, T x) => await Task.Yield();")]
    [InlineData("public int [|M|](Engine engine, int x) => 0; public int M(string x) => 0; public static int M(int x) => 0;")]
    [InlineData("public int [|M|](Engine engine, int x) => 0; internal int M(int x) => 0;")]
    [InlineData("public partial int [|M|](Engine engine); public partial int M(Engine engine) => 0;")]
    [InlineData("public interface I { int [|M|](Engine engine); }")]
    public Task LegacyOverloadIsMissing_Triggers(string members) => Verify(members, "keep");

    [Theory]
    [InlineData("public int M(Engine engine, int x) => 0; public int M(int x) => 0;")]
    [InlineData("public int M(int x, Engine engine) => 0; public int M(int x) => 0;")]
    [InlineData("public int M<T>(Engine engine, T x) => 0; public int M<U>(U x) => 0;")]
    [InlineData("public C(Engine engine) { } public C() { }")]
    [InlineData("internal int M(Engine engine) => 0;")]
    [InlineData("private protected int M(Engine engine) => 0;")]
    [InlineData("class Hidden { public int M(Engine engine) => 0; }")]
    [InlineData("public class B : IComparable<Engine> { public int CompareTo(Engine? other) => 0; }")]
    [InlineData("public static bool operator ==(C c, Engine engine) => true; public static bool operator !=(C c, Engine engine) => false;")]
    [InlineData("public delegate int D(Engine engine);")]
    [InlineData("public int this[Engine engine] => 0;")]
    [InlineData("public int M() { return Local(new()); static int Local(Engine engine) => 0; }")]
    [InlineData("public Func<Engine, int> M() => engine => 0;")]
    public Task LegacyOverloadIsThereOrNotAsked_DoesNotTrigger(string members) => Verify(members, "keep");

    [Theory]
    [InlineData("public static class X { public static int M(this Engine engine) => 0; }")]
    [InlineData("[ContextType(\"x\")] public class Own { public void Merge(Own other) { } public static Own Of(Own other) => other; }")]
    public Task ContextIsTheSubject_DoesNotTrigger(string declarations) => AnalyzerTest<PublicApiAnalyzer>.VerifyAsync(EngineProject.With("using ExplicitContext;\n" + declarations).WithBuildProperty("ExplicitContextPublicApi", "keep"));

    [Theory]
    [InlineData("")]
    [InlineData("break")]
    public Task NotKept_DoesNotTrigger(string value) => Verify("public int M(Engine engine) => 0;", value);

    [Fact]
    public Task EditorConfig_AsksPerFolder() => AnalyzerTest<PublicApiAnalyzer>.VerifyAsync(EngineProject.With("public class C { public int [|M|](Engine engine) => 0; }")
        with { EditorConfig = "[*.cs]\nexplicit_context.public_api = keep\n" });

    [Fact]
    public Task EditorConfig_WinsOverTheProject() => AnalyzerTest<PublicApiAnalyzer>.VerifyAsync(
        EngineProject.With("public class C { public int M(Engine engine) => 0; }").WithBuildProperty("ExplicitContextPublicApi", "keep")
            with { EditorConfig = "[*.cs]\nexplicit_context.public_api = free\n" });

    private static Task Verify(string members, string value) => AnalyzerTest<PublicApiAnalyzer>.VerifyAsync(
        EngineProject.With($"#pragma warning disable CS0660, CS0661\nusing System; using System.Threading.Tasks; using ExplicitContext;\npublic partial class C\n{{\n{members}\n}}").WithBuildProperty("ExplicitContextPublicApi", value));
}
