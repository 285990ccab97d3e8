using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.CodeFixes.Tests.Documentation;

/// <summary>The page of a rule, in sections.</summary>
internal sealed partial class RulePageText
{
    public static readonly IReadOnlyList<string> SectionNames = ["Cause", "Why", "Violation", "How to fix", "Does not report", "Configure severity"];

    private readonly string text;

    private RulePageText(string text) => this.text = text;

    /// <summary>What stands above the first section.</summary>
    public string Header => text[..text.IndexOf("\n## ", StringComparison.Ordinal)];

    public IEnumerable<string> Sections => Heading().Matches(text).Select(match => match.Groups["name"].Value);

    public static RulePageText Of(string ruleId) => new(RepositoryFile.Read($"docs/rules/{ruleId}.md"));

    /// <summary>What the header of a rule's page must be.</summary>
    public static string HeaderFor(DiagnosticDescriptor rule) =>
        $"""
        # {rule.Id}: {rule.Title}

        | Id | Severity | Enabled | Category | Fix |
        | --- | --- | --- | --- | --- |
        | {rule.Id} | {(ShippedRules.FollowsLevel(rule) ? "by level: Info at `inventory`, Warning at `warn`, Error at `enforce`" : rule.DefaultSeverity)} | {(rule.IsEnabledByDefault ? "yes" : "no")} | {rule.Category} | {ShippedRules.Fix(rule)} |

        """.ReplaceLineEndings("\n");

    /// <summary>The code blocks of a section in one language.</summary>
    public IReadOnlyList<string> Code(string section, string language)
    {
        var start = text.IndexOf($"\n## {section}\n", StringComparison.Ordinal);
        var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return [.. CodeBlock.AllIn(text[start..(end < 0 ? text.Length : end)]).Where(block => block.Info == language).Select(block => block.Code)];
    }

    [GeneratedRegex(@"^## (?<name>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
