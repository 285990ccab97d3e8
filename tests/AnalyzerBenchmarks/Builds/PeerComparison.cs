using System.Globalization;
using Spectre.Console;

namespace AnalyzerBenchmarks.Builds;

/// <summary>Our rules beside other people's analyzers in the same build of the same code, by the compiler's own report.</summary>
internal static class PeerComparison
{
    private static readonly string[] Assemblies =
    [
        "Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers", "Meziantou.Analyzer", "Microsoft.VisualStudio.Threading.Analyzers",
        "Microsoft.VisualStudio.Threading.Analyzers.CSharp", "Microsoft.CodeAnalysis.NetAnalyzers", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers", "ExplicitContext.Analyzers", "ExplicitContext.Generators",
    ];

    private static readonly string[] Rules = ["RS0030", "VSTHRD010", "ECTX1001", "ECTX1003", "ECTX1004", "ECTX2001"];

    /// <param name="options">A project and its configuration, or nothing for one that is generated; then how often to build it.</param>
    public static async Task<int> RunAsync(string[] options)
    {
        using var subject = options is [_, _, ..] ? null : new Subject();
        var project = subject?.Project ?? Path.GetFullPath(options[0]);
        var runs = options is [.., var last] && int.TryParse(last, CultureInfo.InvariantCulture, out var count) ? count : 5;
        using var targets = new PeerTargets(subject?.Configuration ?? Path.GetFullPath(options[1]));
        await TimedBuild.RestoreAsync(project, targets.Options(configured: true));
        var configured = new List<BuildTimes>();
        var bare = new List<BuildTimes>();
        for (var run = 0; run <= runs; run++)
        {
            var without = await TimedBuild.RunAsync(project, targets.Options(configured: false));
            var with = await TimedBuild.RunAsync(project, targets.Options(configured: true));
            if (run > 0)
            {
                bare.Add(without);
                configured.Add(with);
            }
        }

        var table = new Table { Border = TableBorder.Markdown }.AddColumns("What", "nothing configured: ms, median", "best", "configured: ms, median", "best");
        foreach (var assembly in Assemblies)
            Add(table, assembly, bare, configured, build => build.OfAssembly(assembly));
        foreach (var rule in Rules)
            Add(table, rule, bare, configured, build => build.OfRule(rule));
        Add(table, "compiler in all", bare, configured, build => build.Compiler);
        AnsiConsole.Profile.Width = 200;
        AnsiConsole.Write(table);
        Print("Each of our analyzers and generators, configured:", configured[^1]);
        Print("Nothing configured:", bare[^1]);
        return 0;
    }

    private static void Print(string title, BuildTimes build)
    {
        Console.WriteLine(title);
        foreach (var ours in build.Components.Where(component => component.Name.StartsWith("ExplicitContext", StringComparison.Ordinal)))
            Console.WriteLine($"  {ours.Seconds * 1000,8:F0} ms  {ours.Name}");
    }

    private static void Add(Table table, string name, List<BuildTimes> bare, List<BuildTimes> configured, Func<BuildTimes, double> seconds)
    {
        double[] without = [.. bare.Select(seconds)], with = [.. configured.Select(seconds)];
        table.AddRow(Markup.Escape(name), Milliseconds(without.Median()), Milliseconds(without.Min()), Milliseconds(with.Median()), Milliseconds(with.Min()));
    }

    private static string Milliseconds(double seconds) => (seconds * 1000).ToString("F0", CultureInfo.InvariantCulture);
}
