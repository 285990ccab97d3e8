using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>Finds everything in a solution that refers to the members of a family.</summary>
internal static class References
{
    public static async Task<IReadOnlyList<Reference>> ToAsync(SignatureChange change, SourceFiles files, CancellationToken cancellationToken)
    {
        var family = new HashSet<Place>(change.Members.Select(files.PlaceOf).OfType<Place>());
        var searched = new HashSet<Place>();
        var found = new Dictionary<Place, Reference>();
        foreach (var member in change.Members)
        {
            if (files.PlaceOf(member) is not { } own || !searched.Add(own))
                continue;
            foreach (var referenced in await SymbolFinder.FindReferencesAsync(member, files.Solution, cancellationToken).ConfigureAwait(false))
            {
                if (files.PlaceOf(referenced.Definition) is not { } place || !family.Contains(place))
                    continue;
                searched.Add(place);
                foreach (var location in referenced.Locations)
                {
                    var reference = new Reference(location.Document, location.Location, location.CandidateReason == CandidateReason.None, !location.IsImplicit);
                    found[reference.Place] = reference;
                }
            }
        }

        return [.. found.Values.OrderBy(reference => reference.Document.FilePath ?? reference.Document.Name, StringComparer.Ordinal).ThenBy(reference => reference.Span.Start)];
    }
}
