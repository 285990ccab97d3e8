using ExplicitContext.ChangeSignature.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Writing;

/// <summary>What some changes of signatures do to the documents of a solution, before it is known whether that compiles.</summary>
internal sealed class Draft
{
    private readonly Dictionary<DocumentId, DocumentEdits> documents = [];
    private readonly List<(SignatureChange Change, Location Location, string Reason)> failures = [];

    /// <summary>The documents that change.</summary>
    public IReadOnlyDictionary<DocumentId, DocumentEdits> Documents => documents;

    /// <summary>The changes that cannot be made, and what stands in the way.</summary>
    public IReadOnlyList<(SignatureChange Change, Location Location, string Reason)> Failures => failures;

    /// <summary>The places that go on using an old signature.</summary>
    public HashSet<Place> Kept { get; } = [];

    public void Add(SignatureChange cause, SourceFile file, TextSpan span, string text)
    {
        if (!documents.TryGetValue(file.Document.Id, out var edits))
            documents.Add(file.Document.Id, edits = new());
        edits.Add(new(span, text, cause));
    }

    public void Add(SignatureChange cause, SourceFile file, TextChange change) => Add(cause, file, change.Span, change.NewText ?? "");

    /// <summary>Gives a change up; where its old signature stays, only this place.</summary>
    public void Refuse(SignatureChange change, Reference reference, string reason)
    {
        if (change.KeepsLegacy)
            Kept.Add(reference.Place);
        else
            failures.Add((change, reference.Location, reason));
    }

    /// <summary>Gives a change up.</summary>
    public void Refuse(SignatureChange change, Location location, string reason) => failures.Add((change, location, reason));

    /// <summary>Where what stood at a place stands afterwards.</summary>
    public Place Map(Place place) => documents.TryGetValue(place.Document, out var edits) ? place with { Position = edits.Map(place.Position) } : place;

    /// <summary>The solution with the changes. A file that several projects share gets what each of them asks for.</summary>
    public async Task<Solution> ApplyToAsync(Solution solution, CancellationToken cancellationToken)
    {
        ShareLinked(solution);
        var changed = solution;
        foreach (var pair in documents)
        {
            if (pair.Value.Conflict() is { } conflict)
            {
                failures.Add((conflict.Cause, Location.None, $"Two changes would meet in {Path.GetFileName(solution.GetDocument(pair.Key)?.FilePath ?? "")}."));
                continue;
            }

            var text = await solution.GetDocument(pair.Key)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
            changed = changed.WithDocumentText(pair.Key, pair.Value.ApplyTo(text));
        }

        return changed;
    }

    private void ShareLinked(Solution solution)
    {
        foreach (var pair in documents.ToList())
        {
            foreach (var linked in solution.GetDocument(pair.Key)!.GetLinkedDocumentIds())
            {
                if (!documents.TryGetValue(linked, out var edits))
                    documents.Add(linked, edits = new());
                foreach (var edit in pair.Value.InOrder)
                    edits.Add(edit);
            }
        }
    }
}
