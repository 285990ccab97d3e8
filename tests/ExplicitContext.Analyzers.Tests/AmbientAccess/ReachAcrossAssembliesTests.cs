using System.Collections.Immutable;
using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Tests.AmbientAccess;

/// <summary>What reach an assembly carries to those that use it, in metadata and as a project in the same solution.</summary>
public class ReachAcrossAssembliesTests
{
    private const string Engine = "using ExplicitContext; namespace Deep { public class Engine { [AmbientAccessor] public static Engine Current => new(); public int Depth; } public static class Reader { public static int Read() => Engine.Current.Depth; } }";
    private const string Middle =
        """
        namespace Mid
        {
            public class Service
            {
                public int Go() => Linked();
                private int Linked() => Deep.Reader.Read();
                private int Unlinked() => Deep.Reader.Read();
                internal int Friendly() => Deep.Reader.Read();
                public virtual int Shape() => 1;
            }
            public interface IWorker { int Work(); }
            internal class Worker : IWorker { public int Work() => Deep.Reader.Read(); }
        }
        """;

    private const string Application =
        """
        class App
        {
            int Own(Mid.Service service) => service.Go();
            int Main2() => Own(new Mid.Service());
            int Through(Mid.IWorker worker) => worker.Work();
            int Not(Mid.Service service) => service.Shape();
        }
        """;

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task ChainOfThree_IsFlaggedInTheThird_AndNamedThroughAll(bool deepIsMetadata, bool middleIsMetadata)
    {
        var deep = Library("Deep", Engine);
        var middle = Library("Mid", Middle, Reference(deep, deepIsMetadata));

        var found = await FindingsAsync(Library("App", Application, Reference(deep, deepIsMetadata), Reference(middle, middleIsMetadata)));

        Assert.Equal(
            string.Join('\n', [
                "Go: 'Service.Go' reaches the ambient 'Engine.Current' (Service.Go -> Service.Linked -> Reader.Read -> Engine.Current): it belongs to 'Mid', so call it in one member marked [ContextEntry], or call an overload that is handed the context",
                "Own: 'App.Own' reaches the ambient 'Engine.Current' (App.Own -> Service.Go -> Service.Linked -> Reader.Read -> Engine.Current): hand the context on in a parameter, beginning with 'App.Own', which calls 'Mid'",
                "Work: 'IWorker.Work' reaches the ambient 'Engine.Current' (IWorker.Work -> Worker.Work -> Reader.Read -> Engine.Current): it belongs to 'Mid', so call it in one member marked [ContextEntry], or call an overload that is handed the context",
            ]),
            string.Join('\n', found));
    }

    [Fact]
    public void PrivateMembers_AreNotInTheBinary_UnlessAChainLeadsThroughThem()
    {
        var carried = Carried(Library("Mid", Middle, TestCompilation.ToReference(Library("Deep", Engine))));

        Assert.Contains("Linked", carried, StringComparison.Ordinal);
        Assert.DoesNotContain("Unlinked", carried, StringComparison.Ordinal);
        Assert.DoesNotContain("Friendly", carried, StringComparison.Ordinal);
    }

    [Fact]
    public void TheBinary_GrowsByWhatOthersCanCallAlone()
    {
        var reads = string.Join(" ", Enumerable.Range(0, 200).Select(i => $"private static int ThisIsALongNameOfAPrivateMember{i}() => Deep.Reader.Read();"));
        var deep = TestCompilation.ToReference(Library("Deep", Engine));
        var without = Image(CSharpCompilation.Create("Mid", [CSharpSyntaxTree.ParseText($"class P {{ {reads} }}")], [.. TestCompilation.References, deep], TestCompilation.Options()));
        var with = Image(Library("Mid", $"class P {{ {reads} }}", deep));

        Assert.InRange(with.Length - without.Length, 0, 512);
    }

    [Fact]
    public void InternalMembers_AreCarried_WhereThereAreFriends() => Assert.Contains(
        "Friendly",
        Carried(Library("Mid", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"App\")]" + Middle, TestCompilation.ToReference(Library("Deep", Engine)))),
        StringComparison.Ordinal);

    [Fact]
    public async Task OverrideInOneAssembly_IsReachedThroughTheBaseOfAnother()
    {
        var shapes = Library("Shapes", "public class Shape { public virtual int Draw() => 1; } class Mark { [ExplicitContext.AmbientAccessor] static int None => 0; }");
        var deep = TestCompilation.ToReference(Library("Deep", Engine));
        var middle = Library("Mid", "public class Circle : Shape { public override int Draw() => Deep.Reader.Read(); }", deep, TestCompilation.ToReference(shapes));

        var found = await FindingsAsync(Library("App", "class App { int A(Shape shape) => shape.Draw(); }", deep, TestCompilation.ToReference(shapes), TestCompilation.ToReference(middle)));

        Assert.Contains("'Shape.Draw' reaches the ambient 'Engine.Current' (Shape.Draw -> Circle.Draw -> Reader.Read -> Engine.Current)", Assert.Single(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AccessorInMetadataAlone_IsReached()
    {
        // Built without the generator: there is no table, only the attribute.
        var deep = CSharpCompilation.Create("Deep", [CSharpSyntaxTree.ParseText(Engine)], TestCompilation.References, TestCompilation.Options());

        var found = await FindingsAsync(Library("App", "class App { int A() => B(); int B() => Deep.Engine.Current.Depth; }", TestCompilation.ToReference(deep)));

        Assert.StartsWith("B: 'App.B' reaches the ambient 'Engine.Current'", Assert.Single(found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1\nDeep.Reader\n M:Read = P:Current\n")]
    [InlineData("2\n M:Read = P:Current\n")]
    [InlineData("2\nDeep.Reader\n Read = P:Current\n")]
    [InlineData("2\nDeep.Reader\n M:Read\n")]
    [InlineData("2\nDeep.Reader\n M:Read > nonsense\n")]
    [InlineData("")]
    [InlineData("\n\n\0")]
    public async Task MalformedOrForeignTable_IsIgnored(string table)
    {
        var deep = CSharpCompilation.Create(
            "Deep",
            [CSharpSyntaxTree.ParseText($"[assembly: ExplicitContext.AmbientReach(\"Deep/T:Deep.Engine\", {SymbolDisplay.FormatLiteral(table, true)})] [assembly: ExplicitContext.AmbientReach(null!, null!)] [assembly: ExplicitContext.AmbientReach(\"x\", \"2\")]"), CSharpSyntaxTree.ParseText(Engine)],
            TestCompilation.References,
            TestCompilation.Options());

        Assert.Empty(await FindingsAsync(Library("App", "class App { int A() => Deep.Reader.Read(); }", TestCompilation.ToReference(deep))));
    }

    [Fact]
    public void AnnotationsOfOnesOwn_GetNoTables()
    {
        const string Own = "namespace ExplicitContext { class AmbientAccessorAttribute : System.Attribute { } } class C { [ExplicitContext.AmbientAccessor] public static int X => 1; int A() => B(); int B() => X; }";
        var compilation = CSharpCompilation.Create("Own", [CSharpSyntaxTree.ParseText(Own, TestCompilation.ParseOptions)], TestCompilation.FrameworkOnly, TestCompilation.Options());

        Assert.Single(Inferred.With(compilation).SyntaxTrees);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReceiverThatIsSeenAsAClass_IsNarrowed_AtTheCallAndInTheInference(bool isMetadata)
    {
        const string Shapes =
            """
            namespace Mid
            {
                public interface IShape { int Draw(); }
                public class Circle : IShape { public int Draw() => Deep.Reader.Read(); }
                public class Square : Circle, IShape { int IShape.Draw() => 1; }
                public sealed class Dot : IShape { public int Draw() => 1; }
                public class Resource : System.IDisposable { void System.IDisposable.Dispose() => Deep.Reader.Read(); }
                public static class Factory { public static T New<T>() where T : new() => new(); }
            }
            """;
        const string Calls =
            """
            using Mid;
            class Own { public Own() => Deep.Reader.Read(); }
            class Below : Square, IShape { int IShape.Draw() => Deep.Reader.Read(); }
            class Beside : Square { }
            class App
            {
                int Wide(IShape s) => s.Draw();                int Wide2() => Wide(null!);
                int Reads(Circle c) => ((IShape)c).Draw();     int Reads2() => Reads(null!);
                int Not(Beside b) => ((IShape)b).Draw();       int Not2() => Not(null!);
                int NotDot(Dot d) => ((IShape)d).Draw();       int NotDot2() => NotDot(null!);
                int NotAny<T>(T t) where T : Beside => ((IShape)t).Draw();
                int Above(Square s) => ((IShape)s).Draw();     int Above2() => Above(null!);
                void Disposes(Resource r) { using (r) { } }    void Disposes2() => Disposes(null!);
                Own Makes() => Factory.New<Own>();             Own Makes2() => Makes();
                object NotMade() => Factory.New<object>();
            }
            """;
        var deep = Library("Deep", Engine);
        var middle = Library("Mid", Shapes, Reference(deep, isMetadata));

        var found = await FindingsAsync(Library("App", Calls, Reference(deep, isMetadata), Reference(middle, isMetadata)));

        Assert.Equal(
            "Draw Wide Draw Reads Draw Above using Disposes New<Own> Makes",
            string.Join(' ', found.Select(finding => finding.Split(':')[0]).Where(name => name != "Read")));
    }

    private static CSharpCompilation Library(string name, string source, params MetadataReference[] references)
    {
        var tree = CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions, $"/{name}/Code.cs", System.Text.Encoding.UTF8);
        var compilation = Inferred.With(CSharpCompilation.Create(name, [tree], [.. TestCompilation.References, .. references], TestCompilation.Options()));
        Assert.Equal("", TestCompilation.ErrorsOf(compilation));
        return compilation;
    }

    private static MetadataReference Reference(CSharpCompilation compilation, bool isMetadata) =>
        isMetadata ? TestCompilation.ToReference(compilation) : compilation.ToMetadataReference();

    private static byte[] Image(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return image.ToArray();
    }

    /// <summary>All that the emitted assembly's attributes say.</summary>
    private static string Carried(CSharpCompilation compilation)
    {
        var reference = TestCompilation.ToReference(compilation);
        var reader = CSharpCompilation.Create("Reader", references: [.. TestCompilation.References, reference]);
        var attributes = ((IAssemblySymbol)reader.GetAssemblyOrModuleSymbol(reference)!).GetAttributes();
        return string.Concat(attributes.SelectMany(attribute => attribute.ConstructorArguments).Select(argument => argument.Kind == TypedConstantKind.Primitive ? argument.Value : null));
    }

    private static async Task<ImmutableArray<string>> FindingsAsync(CSharpCompilation compilation)
    {
        var diagnostics = await compilation.WithAnalyzers([new ReachAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => $"{diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)}: {diagnostic.GetMessage()}")];
    }
}
