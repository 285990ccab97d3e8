using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ExplicitContext.Migration.Loading;

/// <summary>One error line of an MSBuild run.</summary>
/// <param name="Place">File, line and column as MSBuild wrote them.</param>
/// <param name="Code">For example <c>NETSDK1045</c>; empty where the line has none.</param>
/// <param name="Message">The text.</param>
/// <param name="ProjectPath">The project that was being read, where the line names one, be it only as the place of the error.</param>
/// <param name="TargetFramework">Its target framework, where the line names it.</param>
internal sealed partial record BuildError(string Place, string Code, string Message, string? ProjectPath, string? TargetFramework)
{
    public static ImmutableArray<BuildError> ParseAll(string output) =>
        [.. output.Split('\n')
            .Select(line => ErrorLine().Match(line.TrimEnd('\r')))
            .Where(match => match.Success)
            .Select(match => new BuildError(
                match.Groups["place"].Value.Trim(),
                match.Groups["code"].Value,
                match.Groups["message"].Value.Trim(),
                ValueOrNull(match.Groups["project"]) ?? ValueOrNull(match.Groups["file"]),
                ValueOrNull(match.Groups["framework"])))
            .Distinct()];

    public override string ToString() => (Code.Length == 0 ? "" : $"{Code}: ") + Message + (Place is "MSBUILD" or "" ? "" : $" ({Place})");

    private static string? ValueOrNull(Group group) => group.Success ? group.Value : null;

    [GeneratedRegex(
        """
        ^\s*
        (?<place>((?<file>[^():]*(:[^():]*)?\.\w*proj)(\([\d,-]+\))?)|.*?)
        \s*:\ (fatal\ )?error\ ?(?<code>[A-Z]+\d+)?\s*:\ (?<message>.*?)
        (\ \[(?<project>[^\[\]]+?)(::TargetFramework=(?<framework>[^\[\]]+))?\])?$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ErrorLine();
}
