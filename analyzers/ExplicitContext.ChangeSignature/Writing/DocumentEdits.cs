using ExplicitContext.ChangeSignature.Planning;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Writing;

/// <summary>The edits of one document. Texts at the same position follow each other in the order in which they were added.</summary>
internal sealed class DocumentEdits
{
    private readonly List<Edit> edits = [];

    /// <summary>The edits in the order of their positions.</summary>
    public IReadOnlyList<Edit> InOrder => [.. edits.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.Length > 0)];

    /// <summary>Adds an edit; the same one twice is one.</summary>
    public void Add(Edit edit)
    {
        if (!edits.Contains(edit))
            edits.Add(edit);
    }

    /// <summary>Two edits of the same text, if there are any.</summary>
    public Edit? Conflict()
    {
        var end = 0;
        foreach (var edit in InOrder)
        {
            if (edit.Span.Start < end)
                return edit;
            end = Math.Max(end, edit.Span.End);
        }

        return null;
    }

    public SourceText ApplyTo(SourceText text) => text.WithChanges(InOrder.Select(edit => new TextChange(edit.Span, edit.Text)));

    /// <summary>Where what stood at a position stands afterwards.</summary>
    public int Map(int position)
    {
        var moved = position;
        foreach (var edit in edits)
        {
            if (edit.Span.End < position || (edit.Span.End == position && (edit.Span.IsEmpty || edit.Span.Start < position)))
                moved += edit.Text.Length - edit.Span.Length;
        }

        return moved;
    }

    /// <summary>The cause of the edit that is nearest to a position afterwards, among some.</summary>
    public SignatureChange? NearestTo(int position, Func<SignatureChange, bool> isCandidate) =>
        edits.Where(edit => isCandidate(edit.Cause)).OrderBy(edit => Math.Abs(Map(edit.Span.Start) - position)).FirstOrDefault()?.Cause;
}
