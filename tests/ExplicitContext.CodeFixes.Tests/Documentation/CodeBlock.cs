using System.Text.RegularExpressions;

namespace ExplicitContext.CodeFixes.Tests.Documentation;

/// <summary>A fenced block of a page: its info string, such as <c>csharp</c> or <c>csharp generated</c>, and its lines.</summary>
internal sealed partial record CodeBlock(string Info, string Code)
{
    public static IReadOnlyList<CodeBlock> AllIn(string text) => [.. Fence().Matches(text).Select(match => new CodeBlock(match.Groups["info"].Value, match.Groups["code"].Value))];

    [GeneratedRegex(@"^```(?<info>[^\n]*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
