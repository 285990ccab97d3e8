using System.Globalization;
using System.Runtime.Loader;
using ExplicitContext.Generators;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AnalyzerBenchmarks.Generation;

/// <summary>
/// What generation costs, in processor time of this process: first run, and after each kind of edit. Steps are not tracked, which would cost more than all the rest.
/// </summary>
internal static class GenerationCosts
{
    private const string Unrelated = "namespace Subject; public static class Unrelated { public static int One(int x) { var y = x; return y + 1; } }";

    public static int Run(string[] options)
    {
        Console.WriteLine($"{Environment.ProcessorCount} processors, Roslyn {typeof(Compilation).Assembly.GetName().Version}; CPU ms; the least of the runs; load of the machine: {Load()}");
        Console.WriteLine($"{"",-34}{"first",9}{"unrelated",11}{"legacy",9}{"comment",9}{"new member",12}{"signature",11}{"MB/unrelated",14}");
        foreach (var methods in new[] { 1_000, 10_000 })
        {
            Bind(new ContextSubject(), methods);
            Measure("ExplicitContext", () => new ContextOverloadGenerator(), new ContextSubject(), methods);
            foreach (var peer in options)
                Measure(Path.GetFileNameWithoutExtension(peer), () => Load(peer), new SyncSubject(), methods);
        }

        return 0;
    }

    /// <summary>What it costs to bind the same bodies once, which no generator that looks at them can do without.</summary>
    private static void Bind(IGenerationSubject subject, int methods)
    {
        var best = double.MaxValue;
        for (var round = 0; round < Rounds(methods); round++)
        {
            var compilation = Create(subject, methods);
            var start = Environment.CpuUsage.TotalTime;
            foreach (var tree in compilation.SyntaxTrees)
            {
                var model = compilation.GetSemanticModel(tree);
                foreach (var method in tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax>())
                    model.GetOperation(method);
            }

            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
        }

        Console.WriteLine($"{$"{methods:N0} methods: binding them once",-34}{best,9:F0}");
    }

    private static void Measure(string name, Func<IIncrementalGenerator> create, IGenerationSubject subject, int methods)
    {
        var (first, bytes) = (double.MaxValue, long.MaxValue);
        var edits = new double[5];
        Array.Fill(edits, double.MaxValue);
        for (var round = 0; round < Rounds(methods); round++)
        {
            var compilation = Create(subject, methods);
            GeneratorDriver driver = CSharpGeneratorDriver.Create([create().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
            first = Math.Min(first, Time(ref driver, compilation, out _));
            if (driver.GetRunResult().Results[0] is { Exception: not null } or { GeneratedSources.Length: 0 })
                throw new InvalidOperationException($"{name} generates nothing.", driver.GetRunResult().Results[0].Exception);
            var last = compilation.SyntaxTrees.Length - 1;
            foreach (var (kind, file, edit) in new (int, int, Func<string, string>)[]
            {
                (0, last, text => text.Replace("return y", "return y * 2", StringComparison.Ordinal)),
                (1, 2, text => text.Replace("total += last.Length;", $"total += last.Length * {round + 2};", StringComparison.Ordinal)),
                (2, 3, text => "// a remark\n" + text),
                (3, last, text => text.Replace("public static int One", "private static int Two() => 2; public static int One", StringComparison.Ordinal)),
                (4, 4, text => text.Replace("x0(int x", "x0(long x", StringComparison.Ordinal).Replace("x0Async(int x", "x0Async(long x", StringComparison.Ordinal)),
            })
            {
                var old = compilation.SyntaxTrees[file];
                compilation = compilation.ReplaceSyntaxTree(old, Parse(edit(old.ToString()), old.FilePath));
                edits[kind] = Math.Min(edits[kind], Time(ref driver, compilation, out var allocated));
                bytes = kind == 0 ? Math.Min(bytes, allocated) : bytes;
            }
        }

        Console.WriteLine($"{$"{methods:N0} methods: {name}",-34}{first,9:F0}{edits[0],11:F1}{edits[1],9:F0}{edits[2],9:F0}{edits[3],12:F1}{edits[4],11:F0}{bytes / 1e6,14:F1}");
    }

    private static double Time(ref GeneratorDriver driver, CSharpCompilation compilation, out long allocated)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = Environment.CpuUsage.TotalTime;
        driver = driver.RunGenerators(compilation);
        var spent = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return spent;
    }

    private static int Rounds(int methods) => methods > 1_000 ? 2 : 6;

    private static CSharpCompilation Create(IGenerationSubject subject, int methods)
    {
        var files = methods / MethodsPerFile.Count;
        return CSharpCompilation.Create(
            "Subject",
            [Parse(subject.Shared, "/subject/Shared.cs"), .. Enumerable.Range(0, files).Select(file => Parse(subject.File(file, files), $"/subject/Work{file}.cs")), Parse(Unrelated, "/subject/Unrelated.cs")],
            TestCompilation.References,
            TestCompilation.Options());
    }

    private static SyntaxTree Parse(string text, string path)
    {
        var tree = CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, path, System.Text.Encoding.UTF8);
        _ = tree.GetRoot();
        return tree;
    }

    private static IIncrementalGenerator Load(string peer) => (IIncrementalGenerator)Activator.CreateInstance(
        AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(peer)).GetTypes().Single(type => typeof(IIncrementalGenerator).IsAssignableFrom(type) && !type.IsAbstract))!;

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown".ToString(CultureInfo.InvariantCulture);
}
