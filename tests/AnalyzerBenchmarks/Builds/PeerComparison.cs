using System.Globalization;
using Spectre.Console;

namespace AnalyzerBenchmarks.Builds;

/// <summary>Our rules beside other people's analyzers in the same build of the same code, by the compiler's own report.</summary>
internal static class PeerComparison
{
    private const string Direct = "ECTX1001";
    private static readonly string[] Assemblies =
    [
        "Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers", "Meziantou.Analyzer", "Microsoft.VisualStudio.Threading.Analyzers",
        "Microsoft.VisualStudio.Threading.Analyzers.CSharp", "Microsoft.CodeAnalysis.NetAnalyzers", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers", "ExplicitContext.Analyzers", "ExplicitContext.Generators",
    ];

    private static readonly string[] Rules = ["RS0030", "VSTHRD010", Direct, "ECTX1003", "ECTX1004", "ECTX2001"];

    public static async Task<int> RunAsync(string[] options)
    {
        var runs = options is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 5;
        using var subject = new Subject();
        await TimedBuild.RestoreAsync(subject.Project);
        var builds = new List<BuildTimes>();
        for (var run = 0; run < runs; run++)
            builds.Add(await TimedBuild.RunAsync(subject.Project));

        var table = new Table { Border = TableBorder.Markdown }.AddColumns("What", "ms, median", "best");
        foreach (var assembly in Assemblies)
            Add(table, assembly, builds.Select(build => build.OfAssembly(assembly)));
        foreach (var rule in Rules)
            Add(table, rule, builds.Select(build => build.OfRule(rule)));
        Add(table, "compiler in all", builds.Select(build => build.Compiler));
        AnsiConsole.Write(table);
        Console.WriteLine("Each of our analyzers and generators:");
        foreach (var ours in builds[^1].Components.Where(component => component.Name.StartsWith("ExplicitContext", StringComparison.Ordinal)))
            Console.WriteLine($"  {ours.Seconds * 1000,8:F0} ms  {ours.Name}");
        return 0;
    }

    private static void Add(Table table, string name, IEnumerable<double> seconds)
    {
        var values = seconds.ToArray();
        table.AddRow(Markup.Escape(name), $"{values.Median() * 1000:F0}", $"{values.Min() * 1000:F0}");
    }
}
