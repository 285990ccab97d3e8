using System.Collections.Immutable;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Generators.Tests.Shims;

/// <summary>Code with members that only hand on the ambient engine.</summary>
internal static class ShimWorld
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using System.Runtime.CompilerServices; using System.Threading.Tasks; using ExplicitContext; namespace Sample;\n";

    /// <summary>The members of a class <c>Api</c>, beside the engine that is ambient.</summary>
    public static TestProject Members(string members, string header = "public static partial class Api") => File($"{header}\n{{\n{members}\n}}\n");

    /// <summary>A file, beside the engine that is ambient.</summary>
    public static TestProject File(string code) => AmbientEngine.With(Usings + code);

    /// <summary>What the generator has to say.</summary>
    public static IReadOnlyList<(string Rule, string Symbol, string Message)> Findings<TGenerator>(TestProject project)
        where TGenerator : IIncrementalGenerator, new() =>
        Findings(GeneratorTest<TGenerator>.RunUnchecked(project).AssertCached().AssertHoldsNoCompilation());

    /// <summary>What a run left for the analyzers.</summary>
    public static IReadOnlyList<(string Rule, string Symbol, string Message)> Findings(GeneratorRun run) => Findings(run.Output);

    /// <summary>What generators left in a compilation for the analyzers.</summary>
    public static IReadOnlyList<(string Rule, string Symbol, string Message)> Findings(Compilation compilation) =>
    [
        .. compilation.Assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.Name == "GenerationReportAttribute")
            .Select(attribute => attribute.ConstructorArguments)
            .Select(values => ((string)values[0].Value!, (string)values[1].Value!, (string)values[4].Value!)),
    ];

    /// <summary>Runs <c>Api.Run</c> of what the generator completes, with what it has read of the ambient behind a bar.</summary>
    public static string Run<TGenerator>(TestProject project)
        where TGenerator : IIncrementalGenerator, new()
    {
        var run = GeneratorTest<TGenerator>.Run(project);
        Assert.Empty(Findings(run));
        using var program = new CompiledProgram(run.Output);
        var result = program.Call("Sample.Api", "Run");
        var reads = (IEnumerable<string>)program.Call("Sample.Engine", "get_Reads")!;
        return $"{result}|{string.Join(",", reads)}";
    }
}
