using System.CommandLine;
using ExplicitContext.Migration.Analysis;
using ExplicitContext.Migration.Loading;
using ExplicitContext.Tool.Consoles;

namespace ExplicitContext.Tool.Analysis;

/// <summary>What every verb asks for that runs the rules over a solution.</summary>
internal sealed class AnalysisArguments
{
    private readonly Argument<string> path = new("path") { Description = "A .sln, .slnx or .csproj file, or a folder that holds one.", DefaultValueFactory = _ => "." };
    private readonly Option<bool> includeTests = new("--include-tests") { Description = "Look at test projects too that have no baseline." };
    private readonly Option<bool> noRestore = new("--no-restore") { Description = "Do not restore packages, even where they are missing." };

    private AnalysisArguments(Command command)
    {
        path.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] and var option }] && !Path.Exists(option)) result.AddError($"'{option}' is not an option of {command.Name}.");
        });
        command.Add(path);
        command.Add(includeTests);
        command.Add(noRestore);
    }

    /// <summary>Adds them to a verb.</summary>
    public static AnalysisArguments AddTo(Command command) => new(command);

    /// <summary>Analyses what the command line names, with progress.</summary>
    public Task<SolutionAnalysis> AnalyzeAsync(ToolHost host, ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = TargetFinder.Find(parsed.GetValue(path)!);
        var analyzer = new SolutionAnalyzer(new SolutionLoader(host.Dotnet), host.Clock);
        return ProgressDisplay.RunAsync(host, progress => analyzer.AnalyzeAsync(target, !parsed.GetValue(noRestore), parsed.GetValue(includeTests), progress, cancellationToken));
    }
}
