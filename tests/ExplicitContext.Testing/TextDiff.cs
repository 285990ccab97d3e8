using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace ExplicitContext.Testing;

/// <summary>Line differences for messages of failed assertions.</summary>
public static class TextDiff
{
    public static string Describe(string expected, string actual)
    {
        var diff = new StringBuilder();
        foreach (var line in new InlineDiffBuilder(new DiffPlex.Differ()).BuildDiffModel(expected, actual, ignoreWhitespace: false).Lines)
            diff.Append(line.Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " }).AppendLine(line.Text);
        return diff.ToString();
    }
}
