using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Reach.Inference;
using ExplicitContext.Testing;
using ExplicitContext.Testing.Constructs;

namespace ExplicitContext.Model.Tests.Reach;

/// <summary>What a name is said on clears a statement from being bound only where it certainly leads elsewhere. Of each program all members called M reach the ambient, and none called N.</summary>
public class ReceiverTests
{
    private const string Parts = """
        public class Part { public virtual int Deep() => Ambient.Read(); public static int Wide() => Ambient.Read(); public Part? Next; public int Value { get => Ambient.Read(); set => Ambient.Read(); } }
        public class Other { public int Deep() => 1; public static int Wide() => 1; public Other? Next; public int Value { get; set; } }
        public class Above { public virtual int Deep() => 1; }
        public class Below : Above { public override int Deep() => Ambient.Read(); }
        public interface IDeep { int Deep(); }
        public class Named : Part, IDeep { }
        public enum Kind { Value, Deep, Part }

        """;

    [Theory]
    [InlineData("a variable", "int M(Part part) => part.Deep(); int N(Other other) => other.Deep();")]
    [InlineData("a variable that shows its type", "int M() { var part = new Part(); return part.Deep(); } int N() { var other = (Other)null!; return other.Deep(); }")]
    [InlineData("a conversion", "int M(object o) => ((Part)o).Deep() + (o as Part)!.Value; int N(object o) => ((Other)o).Deep() + (o as Other)!.Value;")]
    [InlineData("something new", "int M() => new Part().Deep(); int N() => new Other().Deep();")]
    [InlineData("a condition", "int? M(Part? part) => part?.Next?.Next!.Deep(); int? N(Other? other) => other?.Deep();")]
    [InlineData("what is not evident", "int M(Part part) => part.Next!.Deep();")]
    [InlineData("the name of a type", "int M() => Part.Wide(); int N() => Other.Wide() + (int)Kind.Deep + (int)Kind.Value + (int)DayOfWeek.Friday;")]
    [InlineData("a property named as its type", "Part Part => new(); int M() => Part.Deep(); int M2() => Part.Wide();")]
    [InlineData("a property named as another type", "Part Other => new(); int M() => Other.Deep();")]
    [InlineData("a variable named as another type", "int M(Part Other) => Other.Deep();")]
    [InlineData("a pattern named as another type", "int M(object o) => o is Part Other ? Other.Deep() : 0; int M2(object o) { if (o is not Part Other) return 0; return Other.Deep(); }")]
    [InlineData("a lambda's parameter named as a field", "Other item = new(); Func<Part, int> M() => item => item.Deep(); int N() => item.Deep();")]
    [InlineData("a query's variable named as a type", "int M(List<Part> all) => (from Other in all select Other.Deep()).Sum();")]
    [InlineData("a base class of what overrides", "int M(Above above) => above.Deep();")]
    [InlineData("an interface that a derived class brings", "int M(IDeep deep) => deep.Deep();")]
    [InlineData("a derived class", "int M(Named named) => named.Deep(); int M2() => Named.Wide();")]
    [InlineData("a type parameter", "int M<Other>(Other other) where Other : Part => other.Deep();")]
    [InlineData("an object with an initialiser", "Part M() => new Part { Value = 1, Next = { Value = 2 } }; Other N() => new Other { Value = 1 };")]
    [InlineData("a pattern", "bool M(Part part) => part is { Value: 1 };")]
    [InlineData("a method handed over", "Func<int> M(Part part) => part.Deep; Func<int> N(Other other) => other.Deep;")]
    [InlineData("an element of an array", "int M(Part[] parts) => parts[0].Deep();")]
    public void NameSaidOn_LeadsWhereBindingItLeads(string what, string members)
    {
        Assert.NotEmpty(what);
        Verify($"{Parts}public class Work {{ {members} }}");
    }

    [Theory]
    [InlineData("an alias", "using Thing = Part; public class Work { int M(Thing thing) => thing.Deep(); int M2() => Thing.Wide(); }")]
    [InlineData("an alias of what is derived", "using Thing = Named; public class Work { int M(Thing other) => other.Deep(); }")]
    [InlineData("a member of a type that is used statically", "using static Holder; public static class Holder { public static Part Thing = new(); } public class Work { int M() => Thing.Deep(); } namespace Far { public class Thing; }")]
    [InlineData("a member around the type", "public class Work { static Part Other = new(); class Inner { int M() => Other.Deep(); } }")]
    [InlineData("a member of a base", "public class Base { protected Part Other = new(); } public class Work : Base { int M() => Other.Deep(); }")]
    [InlineData("a property of a base record", "public record Base(Part Other); public record Work(int X) : Base(new Part()) { int M() => Other.Deep(); }")]
    [InlineData("a static member of an interface", "public interface IMade { static abstract int Deep(); } public class Made : IMade { public static int Deep() => Ambient.Read(); } public class Work { int M<T>() where T : IMade => T.Deep(); }")]
    [InlineData("an override of the framework's", "public class Sink : System.IO.StringWriter { public override void Flush() => Ambient.Read(); } public class Work { void M(Sink sink) => sink.Flush(); void N(System.IO.MemoryStream other) => other.Flush(); }")]
    [InlineData("an extension of the framework's", "public static class More { public static int Deep(this string text) => Ambient.Read(); } public class Work { int M() => \"\".Deep(); int M2(string text) => text.Deep(); }")]
    public void NameSaidInAFile_LeadsWhereBindingItLeads(string what, string source)
    {
        Assert.NotEmpty(what);
        Verify(source.StartsWith("using", StringComparison.Ordinal) ? source : Parts + source, source.StartsWith("using", StringComparison.Ordinal) ? Parts : "");
    }

    [Theory]
    [InlineData("a range", "public int this[int at] => at; public int Length => 1; public int Slice(int from, int length) => Ambient.Read();", "int M(Row row) => row[1..]; int M2(Row row, Range range) => row[range]; int N(Row row) => row[1];")]
    [InlineData("a place from the end", "public int this[int at] => at; public int Length => Ambient.Read();", "int M(Row row) => row[^1]; int M2(Row row, Index at) => row[at]; int N(Row row) => row[1];")]
    [InlineData("a pattern of a list", "public int this[int at] => at; public int Length => Ambient.Read();", "bool M(Row row) => row is [1, ..];")]
    [InlineData("an indexer", "public int this[int at] => Ambient.Read(); public Row Self => this;", "int M(Row row) => row[1]; int M2(Row row) => row.Self[1]; int? M3(Row? row) => row?[1]; int N(List<int> row) => row[1]; int N2(int[] row) => row[1];")]
    public void Index_LeadsWhereBindingItLeads(string what, string row, string members)
    {
        Assert.NotEmpty(what);
        Verify($"public class Row {{ {row} }} public class Work {{ {members} }}");
    }

    [Theory]
    [InlineData("a class that writes its constructor", "public class Base { public Base() { Ambient.Read(); } } public partial class Work : Base { } public partial class Work { Work(int x) { } }")]
    [InlineData("a class that writes a static one", "public class Base { public Base() { Ambient.Read(); } } public class Work : Base { static Work() { } int M() => new Work().GetHashCode(); }")]
    [InlineData("a record", "public record Base { public Base() { Ambient.Read(); } } public record Work : Base { Work(int x) { } Work M() => new(1); }")]
    public void Construction_LeadsWhereBindingItLeads(string what, string source)
    {
        Assert.NotEmpty(what);
        Verify(source);
    }

    [Fact]
    public void StatementThatLeadsElsewhere_IsNotBound()
    {
        var bound = new Counter();
        var compilation = TestCompilation.Create(Construct.World, Parts + "public class Work { int N(Other other, DayOfWeek day) { var x = other.Deep(); x += (int)Kind.Deep; other.Value = 2; return Other.Wide() + x; } int M(Part part) { return part.Deep(); } }");
        new ReachInference(new TreeFactsTable(), new ReferenceFactsTable(), new BindingTable(bound)).Infer(compilation, ContextConfiguration.Parse([]), CancellationToken.None);
        var before = bound.Parts;

        compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], compilation.SyntaxTrees[1].WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(compilation.SyntaxTrees[1].ToString().Replace("other", "part").Replace("Other part", "Part part"))));
        new ReachInference(new TreeFactsTable(), new ReferenceFactsTable(), new BindingTable(bound)).Infer(compilation, ContextConfiguration.Parse([]), CancellationToken.None);
        Assert.Equal(before + 2, bound.Parts - before);
    }

    private static void Verify(params string[] sources)
    {
        var compilation = TestCompilation.Create([Construct.World, .. sources.Where(source => source.Length > 0)]);
        Assert.Equal("", TestCompilation.ErrorsOf(compilation));
        var inferred = Inferences.Inferred(compilation).ToList();

        Assert.Equal(Inferences.Walked(compilation), inferred);
        Assert.DoesNotContain(inferred, key => Inferences.NameOf(key)[0] == 'N');
        Assert.Equal(
            compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax>())
                .Select(method => method.Identifier.Text).Where(name => name[0] == 'M').Order(StringComparer.Ordinal),
            inferred.Select(Inferences.NameOf).Where(name => name[0] == 'M').Order(StringComparer.Ordinal));
    }

    private sealed class Counter : IBindingObserver
    {
        private int parts;

        public int Parts => parts;

        public void OnBound(string path, int count) => Interlocked.Add(ref parts, count);
    }
}
