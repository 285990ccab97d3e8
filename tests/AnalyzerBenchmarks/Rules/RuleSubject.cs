using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AnalyzerBenchmarks.Rules;

/// <summary>The code that a rule is measured on: its sample many times over, or as much code in which it finds nothing.</summary>
internal static class RuleSubject
{
    private const int Copies = 100;

    private const string Neutral = """
        class Rectangle
        {
            private readonly int width;
            private readonly int height;

            public Rectangle(int width, int height) => (this.width, this.height) = (width, height);

            public int Area() => width * height;

            public string Describe(string name)
            {
                var text = name.Trim();
                return text.Length > 10 ? text.Substring(0, 10) : text + Area();
            }
        }
        """;

    /// <summary>The rules that have a sample, by ID; without the one that rests until a project asks for it.</summary>
    public static IEnumerable<string> Ids => typeof(RuleSubject).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("Samples/", StringComparison.Ordinal))
        .Select(name => name["Samples/".Length..])
        .Where(id => id != RuleIds.PublicApiTakesContext)
        .Order(StringComparer.Ordinal);

    public static DiagnosticAnalyzer AnalyzerOf(string id) => Instances.Of<DiagnosticAnalyzer>(typeof(RuleIds))
        .First(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id == id));

    public static CSharpCompilation Hits(string id) => Compile(Sample(id));

    public static CSharpCompilation Misses() => Compile(Neutral);

    private static string Sample(string id)
    {
        using var stream = typeof(RuleSubject).Assembly.GetManifestResourceStream("Samples/" + id)!;
        return MarkupText.Parse(new StreamReader(stream).ReadToEnd()).Text;
    }

    // Each copy in a namespace of its own, below the sample's using directives; with the tables of reach, as a build has them.
    private static CSharpCompilation Compile(string text)
    {
        var lines = text.Split('\n');
        var usings = lines.TakeWhile(line => line.StartsWith("using ", StringComparison.Ordinal) || line.Length == 0).ToImmutableArray();
        var body = string.Join('\n', lines.Skip(usings.Length));
        return Inferred.With(TestCompilation.Create(
        [
            new CSharpSource(EngineProject.World, "World.cs"),
            .. Enumerable.Range(0, Copies).Select(copy => new CSharpSource($"{string.Join('\n', usings)}\nnamespace Copy{copy}\n{{\n{body}\n}}\n", $"Copy{copy}.cs")),
        ]));
    }
}
