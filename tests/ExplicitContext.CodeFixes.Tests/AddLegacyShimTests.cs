using ExplicitContext.Analyzers.Passing;
using ExplicitContext.Testing;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>The fix of ECTX2005.</summary>
public sealed class AddLegacyShimTests
{
    [Theory]
    [InlineData("public int [|M|](Engine engine, int x) => x;", "public int M(int x) => M(Engine.Current, x);")]
    [InlineData("public static void [|M|](int x, Engine engine) { }", "public static void M(int x) => M(x, Engine.Current);")]
    [InlineData("public int [|M|]<T>(Engine engine, T x, params int[] rest) where T : class, new() => 0;", "public int M<T>(T x, params int[] rest) where T : class, new() => M<T>(Engine.Current, x, rest);")]
    [InlineData("public void [|M|](Engine engine, ref int a, out int b, in int c, string d = \"x\") => b = a + c;", "public void M(ref int a, out int b, in int c, string d = \"x\") => M(Engine.Current, ref a, out b, in c, d);")]
    [InlineData("public async Task<int> [|M|](Engine engine) { await Task.Yield(); return 1; }", "public Task<int> M() => M(Engine.Current);")]
    [InlineData("protected virtual ref int [|M|](Engine engine, int[] x) => ref x[0];", "protected ref int M(int[] x) => ref M(Engine.Current, x);")]
    [InlineData("public C(Engine engine, int @event) { }", "public C(int @event)\n        : this(Engine.Current, @event)\n    {\n    }")]
    [InlineData("[Obsolete] public int [|M|](string s, Engine engine, (int A, int B) pair) => 0;", "[Obsolete]\n    public int M(string s, (int A, int B) pair) => M(s, Engine.Current, pair);")]
    [InlineData("public int [|@event|](Engine engine) => 0;", "public int @event() => @event(Engine.Current);")]
    [InlineData("public int [|M|](\n        Engine engine, // whose\n        int x) // how far\n        => x;", "public int M(\n        int x) => M(Engine.Current, x);")]
    [InlineData("public int M(int x) => 0;\n    public int [|M|](Engine engine, string s) => 0;", "public int M(string s) => M(Engine.Current, s);")]
    public Task LegacySignature_FixesByAShim(string member, string shim)
    {
        ArgumentNullException.ThrowIfNull(member);
        var marked = member.Replace("public C(", "public [|C|](", StringComparison.Ordinal);
        return Verify($"    {marked}\n", $"    {member.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)}\n\n    [ContextEntry]\n    {shim}\n");
    }

    [Fact]
    public Task Documentation_IsInherited() => Verify(
        "    /// <summary>One.</summary>\n    /// <param name=\"engine\">It.</param>\n    /// <param name=\"x\">That.</param>\n    public int [|M|](Engine engine, List<int> x) => 0;\n\n    int other;\n",
        "    /// <summary>One.</summary>\n    /// <param name=\"engine\">It.</param>\n    /// <param name=\"x\">That.</param>\n    public int M(Engine engine, List<int> x) => 0;\n\n    /// <inheritdoc cref=\"M(Engine, List{int})\"/>\n    [ContextEntry]\n    public int M(List<int> x) => M(Engine.Current, x);\n\n    int other;\n");

    [Fact]
    public Task SeveralMembers_FixInOnePass() => Verify(
        "    public int [|M|](Engine engine) => 0;\n    public int [|N|](Engine engine) => 0;\n",
        "    public int M(Engine engine) => 0;\n\n    [ContextEntry]\n    public int M() => M(Engine.Current);\n    public int N(Engine engine) => 0;\n\n    [ContextEntry]\n    public int N() => N(Engine.Current);\n");

    [Theory]
    [InlineData("public interface I { int [|M|](Engine engine); }")]
    [InlineData("public abstract class A { public abstract int [|M|](Engine engine); }")]
    [InlineData("public class P(Engine engine) { public Engine E => engine; }")]
    [InlineData("public class Q { public int [|M|](Session session) => 0; }")]
    public Task NobodyToAskOrNoAmbient_IsNotOffered(string declaration) => CodeFixTest<PublicApiAnalyzer, AddLegacyShimCodeFixProvider>.VerifyNoFixAsync(
        EngineProject.With(declaration.Replace("class P", "class [|P|]", StringComparison.Ordinal)).WithBuildProperty("ExplicitContextPublicApi", "keep"));

    [Theory]
    [InlineData("public int [|M|](Engine engine, int x) => x; internal int M(int x) => x;")]
    [InlineData("public int [|M|](Engine engine, int x) => x; public static int M(int x) => x;")]
    [InlineData("public int [|M|](Engine engine, ref int x) => x; private int M(out int x) => x = 0;")]
    public Task SignatureThatIsTaken_IsNotOffered(string members) => VerifyNoFix(members);

    [Theory]
    [InlineData("public int [|M|](Engine engine, int x) => x; public int M(long x) => 1; int N() => M(1);")]
    [InlineData("public int [|M|](Engine engine, string s) => 0; public int M(object o) => 1; int N() => M(\"\");")]
    [InlineData("public int [|M|](Engine engine, string s) => 0; public int M(object o, int x = 0) => 1; int N() => M(\"\");")]
    public Task SignatureThatWouldTakeCallsFromAnother_IsNotOffered(string members) => VerifyNoFix(members);

    [Fact]
    public Task MembersThatDifferInTheContextOnly_FixByOneShim() => Verify(
        "    public int [|M|](Engine engine, int x) => x;\n    public int [|M|](Wide wide, int x) => x;\n",
        "    public int M(Engine engine, int x) => x;\n\n    [ContextEntry]\n    public int M(int x) => M(Engine.Current, x);\n    public int M(Wide wide, int x) => x;\n");

    [Fact]
    public Task LineEnds_AreKept() => CodeFixTest<PublicApiAnalyzer, AddLegacyShimCodeFixProvider>.VerifyAsync(
        EngineProject.With("using ExplicitContext;\r\npublic class C\r\n{\r\n\t/// <summary>It.</summary>\r\n\tpublic int [|M|](Engine engine) => 0;\r\n}\r\n").WithBuildProperty("ExplicitContextPublicApi", "keep"),
        "using ExplicitContext;\r\npublic class C\r\n{\r\n\t/// <summary>It.</summary>\r\n\tpublic int M(Engine engine) => 0;\r\n\r\n\t/// <inheritdoc cref=\"M(Engine)\"/>\r\n\t[ContextEntry]\r\n\tpublic int M() => M(Engine.Current);\r\n}\r\n",
        EngineProject.World);

    private static Task VerifyNoFix(string members) => CodeFixTest<PublicApiAnalyzer, AddLegacyShimCodeFixProvider>.VerifyNoFixAsync(Class($"    {members}\n"));

    private static Task Verify(string before, string after) => CodeFixTest<PublicApiAnalyzer, AddLegacyShimCodeFixProvider>.VerifyAsync(Class(before), Class(after).Sources[0], EngineProject.World);

    private static TestProject Class(string members) => EngineProject.With(
        $"using System;\nusing System.Collections.Generic;\nusing System.Threading.Tasks;\nusing ExplicitContext;\npublic class C\n{{\n{members}}}\n[ContextType(\"wide\")] public class Wide {{ [AmbientAccessor] public static Wide Current => new(); }}\n").WithBuildProperty("ExplicitContextPublicApi", "keep");
}
