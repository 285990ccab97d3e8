using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace ExplicitContext.Testing;

/// <summary>One run of a generator, with its steps tracked, and the assertions on it.</summary>
public sealed class GeneratorRun
{
    private GeneratorRun(GeneratorDriver driver, CSharpCompilation input)
    {
        Driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        Input = input;
        Output = (CSharpCompilation)output;
    }

    /// <summary>The driver after the run: what a snapshot test verifies.</summary>
    public GeneratorDriver Driver { get; }

    public CSharpCompilation Input { get; }

    /// <summary>The input together with what was generated.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>The generator's result; a generator's exception is rethrown here.</summary>
    public GeneratorRunResult Result
    {
        get
        {
            var result = Driver.GetRunResult().Results.Single();
            return result.Exception is null ? result : throw new InvalidOperationException("The generator failed.", result.Exception);
        }
    }

    /// <summary>The generated text by hint name.</summary>
    public ImmutableDictionary<string, string> Sources =>
        Result.GeneratedSources.ToImmutableDictionary(source => source.HintName, source => source.SourceText.ToString());

    internal static GeneratorRun Start(Project project, IIncrementalGenerator generator)
    {
        var compilation = (CSharpCompilation)project.GetCompilationAsync().GetAwaiter().GetResult()!;
        var driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            project.AnalyzerOptions.AdditionalFiles,
            (CSharpParseOptions)project.ParseOptions!,
            project.AnalyzerOptions.AnalyzerConfigOptionsProvider,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new GeneratorRun(driver, compilation);
    }

    /// <summary>Runs the same driver again on an edited compilation.</summary>
    public GeneratorRun Rerun(CSharpCompilation edited) => new(Driver, edited);

    /// <summary>Runs again with the text of one file (by its position) replaced.</summary>
    public GeneratorRun Rerun(int file, string text)
    {
        var old = Input.SyntaxTrees[file];
        return Rerun(Input.ReplaceSyntaxTree(old, old.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(text, System.Text.Encoding.UTF8))));
    }

    /// <summary>How often the step's outputs were New, Modified, Unchanged, Cached or Removed in this run.</summary>
    public ILookup<IncrementalStepRunReason, object> ReasonsOf(string step) =>
        Result.TrackedSteps[step].SelectMany(run => run.Outputs).ToLookup(output => output.Reason, output => output.Value);

    public GeneratorRun AssertCompiles()
    {
        _ = Result;
        Assert.True(TestCompilation.ErrorsOf(Output) is "", $"The output does not compile:{Environment.NewLine}{TestCompilation.ErrorsOf(Output)}{Environment.NewLine}{string.Join(Environment.NewLine, Sources.Values)}");
        return this;
    }

    /// <summary>Runs again on a compilation that is equal, and fails if a step of the generator did anything.</summary>
    public GeneratorRun AssertCached()
    {
        var again = Rerun(Input.Clone()).Result;
        var outputs = again.TrackedOutputSteps.Concat(GeneratorSteps.Own(again.TrackedSteps));
        Assert.All(outputs, step => Assert.All(step.Value.SelectMany(run => run.Outputs), output => Assert.True(
            output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
            $"The step {step.Key} is {output.Reason} on the second run of the same input.")));
        return this;
    }

    /// <summary>Fails if an output of a step keeps a compilation, symbol, node, tree or location alive.</summary>
    /// <param name="exceptSteps">Tracking names of steps that may: those at the head of a pipeline that is keyed on syntax trees.</param>
    public GeneratorRun AssertHoldsNoCompilation(params string[] exceptSteps)
    {
        foreach (var (name, runs) in GeneratorSteps.Own(Result.TrackedSteps).Where(step => !exceptSteps.Contains(step.Key)))
        {
            foreach (var (value, _) in runs.SelectMany(run => run.Outputs))
                ObjectGraph.AssertHoldsNoCompilation(value, name);
        }

        return this;
    }
}
