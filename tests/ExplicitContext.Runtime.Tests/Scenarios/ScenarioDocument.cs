using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ExplicitContext.Runtime.Tests;

/// <summary>The list of scenarios beside this file, and what <c>docs/scenarios.md</c> says of them.</summary>
internal sealed partial class ScenarioDocument
{
    private readonly string[] lines = File.ReadAllLines(Path.Combine(Root, "docs", "scenarios.md"));

    /// <summary>All ids, in their order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. File.ReadLines(Path.Combine(Here(), "scenarios.txt")).Where(line => line.Length > 0).Select(line => line[..6])];

    private static string Root => Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    /// <summary>The ids that have no test, with why.</summary>
    public IReadOnlyList<(string Id, string Reason)> WithoutTest => Section("Without a test");

    /// <summary>The ids whose test shows something else than the scenario says, with why.</summary>
    public IReadOnlyList<(string Id, string Reason)> Deviations => Section("Shown otherwise");

    /// <summary>The ids that tests of other projects show, with the test.</summary>
    public IReadOnlyList<(string Id, string Test)> ShownElsewhere => Section("Shown elsewhere");

    /// <summary>The rows of the table: group, how many scenarios, how many with a test.</summary>
    public IReadOnlyList<string> Rows => [.. lines.Where(line => Row().IsMatch(line))];

    /// <summary>Whether a source file of the tests has such a method in such a class.</summary>
    /// <param name="test">Full name of a method.</param>
    public static bool HasTest(string test)
    {
        var names = test.Split('.');
        return Directory.EnumerateFiles(Path.Combine(Root, "tests"), names[^2] + "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Any(text => text.Contains($"namespace {string.Join('.', names[..^2])};", StringComparison.Ordinal)
                && Regex.IsMatch(text, $@"class {names[^2]}\b")
                && Regex.IsMatch(text, $@"\b{names[^1]}\("));
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(@"^\| [A-Z]{3} \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"^- \*\*([A-Z]{3}-\d\d)\*\*: (.+)$")]
    private static partial Regex Entry();

    private IReadOnlyList<(string Id, string Text)> Section(string title) =>
    [
        .. lines.SkipWhile(line => line != $"## {title}").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('-'))
            .Select(line => Entry().Match(line) is { Success: true } match
                ? (match.Groups[1].Value, match.Groups[2].Value.Trim('`'))
                : throw new FormatException($"docs/scenarios.md, {title}: '{line}' is not of the form '- **ABC-01**: text'.")),
    ];
}
