using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Testing;

/// <summary>
/// Text in which expected diagnostics are marked: <c>[|here|]</c> for the analyzer's only rule, <c>{|ECTX1001:here|}</c> for a named one.
/// Marks may nest.
/// </summary>
public sealed partial class MarkupText
{
    private MarkupText(string text, ImmutableArray<MarkedSpan> spans)
    {
        Text = text;
        Spans = spans;
    }

    /// <summary>The text without its marks.</summary>
    public string Text { get; }

    /// <summary>The marked spans, in order of their start.</summary>
    public ImmutableArray<MarkedSpan> Spans { get; }

    public static MarkupText Parse(string markup)
    {
        var text = new StringBuilder();
        var spans = new List<MarkedSpan>();
        var open = new Stack<(string? Id, int Start)>();
        var position = 0;
        foreach (Match mark in Mark().Matches(markup))
        {
            text.Append(markup, position, mark.Index - position);
            position = mark.Index + mark.Length;
            if (mark.Value is "|]" or "|}")
            {
                var (id, start) = open.TryPop(out var opened) && (opened.Id is null) == (mark.Value == "|]")
                    ? opened
                    : throw new FormatException($"The mark {mark.Value} at {mark.Index} closes nothing.");
                spans.Add(new MarkedSpan(id, TextSpan.FromBounds(start, text.Length)));
            }
            else
            {
                open.Push((mark.Groups["id"] is { Success: true } id ? id.Value : null, text.Length));
            }
        }

        if (open.Count > 0)
            throw new FormatException("A mark is never closed.");
        text.Append(markup, position, markup.Length - position);
        return new MarkupText(text.ToString(), [.. spans.OrderBy(span => span.Span.Start)]);
    }

    [GeneratedRegex(@"\[\||\|\]|\{\|(?<id>[A-Z]+[0-9]+):|\|\}")]
    private static partial Regex Mark();
}
