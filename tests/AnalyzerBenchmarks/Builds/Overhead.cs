using System.Globalization;
using Spectre.Console;

namespace AnalyzerBenchmarks.Builds;

/// <summary>What the toolkit adds to the compilation of somebody's project: a file of targets beside the project's own, imported from the command line.</summary>
internal static class Overhead
{
    public static async Task<int> RunAsync(string project, string configuration, string[] options)
    {
        var runs = options is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 3;
        project = Path.GetFullPath(project);
        using var targets = new ToolkitTargets(Path.GetFullPath(configuration));
        var variants = new (string Name, string[] Options)[]
        {
            ("without", []),
            ("nothing configured", [targets.Option(configured: false)]),
            ("configured", [targets.Option(configured: true)]),
        };
        await TimedBuild.RestoreAsync(project);
        var times = variants.ToDictionary(variant => variant.Name, _ => new List<BuildTimes>());
        // Interleaved, so that a busy minute does not fall on one variant alone.
        for (var run = 0; run <= runs; run++)
        {
            foreach (var (name, arguments) in variants)
            {
                var build = await TimedBuild.RunAsync(project, ["-p:RunAnalyzers=true", "-p:EnableNETAnalyzers=false", .. arguments]);
                if (run > 0)
                    times[name].Add(build);
            }
        }

        var table = new Table { Border = TableBorder.Markdown }.AddColumns("Variant", "compiler, s (median)", "best", "ratio of medians", "ratio of bests", "our analyzers, s", "our generators, s");
        var without = times["without"];
        foreach (var (name, builds) in times)
        {
            var compiler = builds.Select(build => build.Compiler).ToArray();
            table.AddRow(
                name,
                $"{compiler.Median():F2}",
                $"{compiler.Min():F2}",
                $"{compiler.Median() / without.Select(build => build.Compiler).Median():F3}",
                $"{compiler.Min() / without.Min(build => build.Compiler):F3}",
                $"{builds.Select(build => build.OfAssembly("ExplicitContext.Analyzers")).Median():F3}",
                $"{builds.Select(build => build.OfAssembly("ExplicitContext.Generators")).Median():F3}");
        }

        AnsiConsole.Profile.Width = 200;
        AnsiConsole.Write(table);
        return 0;
    }
}
