using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>The context is declared by another project. A build sees that project's file and an IDE its source; what is generated is the same.</summary>
public class ReferencedContextTests
{
    public static TheoryData<string, string, bool> Programs()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var row in ConstructMatrix.Rows)
        {
            foreach (var program in row.Programs.Where(ConstructRow.CanParse).Take(1))
                data.Add($"{row.Number:00} {row.Name}", program, row.HasScope);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Overloads_AreTheSameInAnIde(string name, string members, bool hasScope)
    {
        var program = new ConstructProgram(members, hasScope);
        var files = program.Input.SyntaxTrees.ToLookup(tree => tree.FilePath.EndsWith("Code.cs", StringComparison.Ordinal));

        var generated = Same(files[true].Single().ToString(), [.. files[false]]);

        Assert.True(generated.Length > 0 || !program.Emits, $"{name} generates nothing.");
    }

    [Theory]
    [InlineData("public class Base { public virtual int N() => Engine.Current.Depth; }", "public sealed partial class Sub : Base { [PassContext] public override int N() => base.N() + Engine.Current.Depth; }")]
    [InlineData("public abstract class Base { public abstract int N(); }", "public sealed partial class Sub : Base { public override int N() => Engine.Current.Depth; [PassContext] public static int M(Base one) => one.N(); }")]
    [InlineData("public interface IOne { int N(); }", "internal sealed partial class Sub : IOne { int IOne.N() => Engine.Current.Depth; [PassContext] public static int M(IOne one) => one.N(); }")]
    [InlineData("public abstract class Base<T> { protected abstract T N(); public T M() => N(); }", "public sealed partial class Sub : Base<int> { [PassContext] protected override int N() => Engine.Current.Depth + M(); }")]
    [InlineData("public interface IOne { int N(); }", "public sealed partial class Sub : IOne { [PassContext] public int N() => Engine.Current.Depth; int M(IOne one) => one.N(); }")]
    [InlineData("public class Base { protected Base() => Engine.Current.Next(); }", "public partial class Sub : Base { [PassContext] public Sub() { } }")]
    [InlineData("public class Base { protected Base() => Engine.Current.Next(); protected Base(Engine engine) => engine.Next(); }", "public partial class Sub : Base { [PassContext] public Sub() { } }")]
    [InlineData("public class Made { private readonly int depth = Engine.Current.Depth; public override string ToString() => $\"{depth}\"; }", "public partial class Sub { [PassContext] public static object M() => new Made(); }")]
    [InlineData("public record Made(int X = 1) { public int Y { get; init; } = Engine.Current.Depth; }", "public partial class Sub { [PassContext] public static object M(Made made) => made with { X = Engine.Current.Depth }; }")]
    [InlineData("public class Holder(Engine engine) { public Engine Engine { get; } = engine; public int N() => Sample.Engine.Current.Depth; }", "public partial class Sub(Engine engine) : Holder(engine) { [PassContext] public int M() => N() + Engine.Current.Depth; }")]
    [InlineData("public static class Uses { public static int P { get => Engine.Current.Depth; set { } } internal static int GetP(Engine engine) => engine.Depth; internal static void SetP(Engine engine, int value) { } }", "public partial class Sub { [PassContext] public static void M() { Uses.P += 1; Uses.P = Uses.P; } }")]
    [InlineData("public static class Uses { public static IEnumerable<int> All(this int x) { yield return Engine.Current.Depth; } }", "public partial class Sub { [PassContext] public static int M() { foreach (var one in 2.All()) return one; return Engine.Current.Depth; } }")]
    [InlineData("public static class Uses { public static int N(Func<int> read) => read() + Engine.Current.Depth; }", "public partial class Sub { [PassContext] public static int M() => Uses.N(() => Engine.Current.Depth); }")]
    public void MembersThatMeetThoseOfAnotherProject_AreTreatedTheSameInAnIde(string library, string members)
    {
        const string Usings = "using System; using System.Collections.Generic; using ExplicitContext;";
        Same(
            $"{Usings} namespace Sample; {members}",
            [Parse(ConstructProgram.World), Parse($"{Usings} [assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Test\")] namespace Sample; {library}")]);
    }

    private static string Same(string code, IReadOnlyList<SyntaxTree> world)
    {
        var project = Inferred.With(CSharpCompilation.Create("World", world, TestCompilation.References, TestCompilation.Options()));
        var built = Generated(code, TestCompilation.ToReference(project));
        Assert.DoesNotContain("fault of ExplicitContext", built, StringComparison.Ordinal);
        Assert.Equal(built, Generated(code, project.ToMetadataReference()));
        return built;
    }

    private static string Generated(string code, MetadataReference world) => string.Concat(
        GeneratorTest<ContextOverloadGenerator>.RunUnchecked(new TestProject(new CSharpSource(code, "Code.cs")) { References = [.. TestCompilation.References, world] })
            .Sources.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value));

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, encoding: System.Text.Encoding.UTF8);
}
