using System.Collections.Immutable;
using System.Reflection.Metadata;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace ExplicitContext.Generators.Tests;

/// <summary>Whoever debugs a generated overload sees the file that a person wrote: in breakpoints, in stack traces and in the compiler's messages.</summary>
public class DebuggingTests
{
    private const string Code = """
        using System;
        using ExplicitContext;

        namespace Sample;

        public partial class Demo
        {
            private int limit = 3;

            /// <summary>Counts.</summary>
            [PassContext]
            [Obsolete("Take the context.")]
            public static int M(
                int x)
            {
                var demo = new Demo();

                return demo.Check(x)
                    + demo.Limit;
            }

            private int Limit
            {
                get
                {
                    if (Engine.Current.Depth > limit)
                        throw new InvalidOperationException("too deep");
                    return limit;
                }
            }

            private int Check(int x) => x > Engine.Current.Next()
                ? x
                : throw new ArgumentOutOfRangeException(nameof(x));
        }

        public static class Host
        {
            public static int Run(int x, int depth) => Demo.M(new Engine("given") { Depth = depth }, x);
        }
        """;

    [Theory]
    [InlineData(1, 8, "Check", "M", 18)]
    [InlineData(20, 8, "get", "M", 18)]
    public void StackTrace_NamesTheLinesOfTheOriginal(int x, int depth, string thrower, string caller, int callerLine)
    {
        var generated = Generate();
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        Assert.True(generated.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)).Success);
        var context = new System.Runtime.Loader.AssemblyLoadContext("debugged", isCollectible: true);
        image.Position = symbols.Position = 0;
        var run = context.LoadFromStream(image, symbols).GetType("Sample.Host")!.GetMethod("Run")!;

        var thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => run.Invoke(null, [x, depth])).InnerException!;
        var trace = thrown.StackTrace!.Split('\n');

        var line = Array.FindIndex(Code.Split('\n'), text => text.Contains(thrower == "get" ? "throw new Invalid" : "private int Check", StringComparison.Ordinal)) + 1;
        Assert.Contains(trace, frame => frame.Contains($"Code.cs:line {line}", StringComparison.Ordinal));
        Assert.Contains(trace, frame => frame.Contains($".{caller}(Engine engine", StringComparison.Ordinal) && frame.Contains($"Code.cs:line {callerLine}", StringComparison.Ordinal));
        Assert.DoesNotContain(trace, frame => frame.Contains(".g.cs", StringComparison.Ordinal));
        context.Unload();
    }

    [Fact]
    public void Breakpoints_OfTheOverloadAndOfTheOriginal_StandInTheSameLines()
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var generated = Generate();
        Assert.True(generated.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)).Success);
        image.Position = symbols.Position = 0;
        using var pe = new System.Reflection.PortableExecutable.PEReader(image);
        using var pdb = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var metadata = pe.GetMetadataReader();
        var debug = pdb.GetMetadataReader();

        var points = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Single(type => metadata.GetString(type.Name) == "Demo").GetMethods()
            .Select(handle => (Name: metadata.GetString(metadata.GetMethodDefinition(handle).Name), Points: PointsOf(debug, handle)))
            .Where(method => method.Name is "M" or "Check" or "get_Limit" or "GetLimit")
            .GroupBy(method => method.Name.Replace("get_", "Get", StringComparison.Ordinal))
            .ToImmutableArray();

        Assert.Equal(3, points.Length);
        Assert.All(points, group => Assert.Equal(group.First().Points.Select(point => point.Line), group.Last().Points.Select(point => point.Line)));
        Assert.All(points, group => Assert.Equal(2, group.Count()));
        Assert.All(points.SelectMany(group => group).SelectMany(method => method.Points), point => Assert.Equal("/test/Code.cs", point.Document));
    }

    [Fact]
    public void ErrorInAGeneratedOverload_IsShownInTheOriginal()
    {
        var generated = Generate();
        var overloads = generated.SyntaxTrees.Single(tree => tree.FilePath.EndsWith("Code.Context.g.cs", StringComparison.Ordinal));
        var original = generated.SyntaxTrees.Single(tree => tree.FilePath == "/test/Code.cs");
        var broken = generated.ReplaceSyntaxTree(original, original.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(Code.Replace("int limit", "string limit", StringComparison.Ordinal))));

        var errors = broken.GetSemanticModel(overloads).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();

        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Equal("/test/Code.cs", error.Location.GetMappedLineSpan().Path));
        Assert.Contains(errors, error => Code.Split('\n')[error.Location.GetMappedLineSpan().StartLinePosition.Line].Contains("limit", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Document, int Line)> PointsOf(MetadataReader debug, MethodDefinitionHandle method) =>
        from point in debug.GetMethodDebugInformation(method).GetSequencePoints()
        where !point.IsHidden
        select (debug.GetString(debug.GetDocument(point.Document).Name), point.StartLine);

    private static Compilation Generate() => GeneratorTest<ContextOverloadGenerator>.Run(AmbientEngine.With(Code)).Output;
}
