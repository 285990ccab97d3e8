using ExplicitContext.ChangeSignature.Planning;
using ExplicitContext.Model;
using ExplicitContext.Model.Availability;
using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.ChangeSignature.Writing;

/// <summary>Answers what a caller hands on: the parameter that it gets itself, else a context that it has at hand, else the ambient.</summary>
internal sealed class HandedContext(SourceFiles files, IEnumerable<SignatureChange> changes)
{
    private readonly Dictionary<Place, SignatureChange> changing = ByPlace(files, changes);

    /// <summary>The arguments for all parameters of a change, each as text; null where one cannot be had.</summary>
    public IReadOnlyList<string>? For(SignatureChange change, SyntaxNode at, SourceFile file, CancellationToken cancellationToken)
    {
        var arguments = change.Parameters.Select(parameter => For(parameter, at, file, cancellationToken)).ToList();
        return arguments.Contains(null) ? null : [.. arguments.OfType<string>()];
    }

    /// <summary>The ambient accessors for all parameters of a change; null where one cannot be read.</summary>
    public static IReadOnlyList<string>? AmbientFor(SignatureChange change, SourceFile file, int position)
    {
        var arguments = change.Parameters.Select(parameter => parameter.Ambient is { } ambient ? AmbientText.Of(ambient, file.Model, position) : null).ToList();
        return arguments.Contains(null) ? null : [.. arguments.OfType<string>()];
    }

    private string? For(ContextParameter parameter, SyntaxNode at, SourceFile file, CancellationToken cancellationToken) =>
        Own(parameter, at, file)
        ?? new ContextFinder(file.Model, file.Contexts).Find(at, context => parameter.Holds(context.Type), cancellationToken)?.Expression
        ?? (parameter.Ambient is { } ambient && !IsInside(ambient, at, file) ? AmbientText.Of(ambient, file.Model, at.SpanStart) : null);

    private string? Own(ContextParameter parameter, SyntaxNode at, SourceFile file) =>
        EnclosingMember.Of(at, file.Model).Symbol is { } member
        && files.PlaceOf(member) is { } place
        && changing.TryGetValue(place, out var change)
        && change.Parameters.Find(own => parameter.Holds(own.Type.Type)) is { } found
        && change.Declarations.FirstOrDefault(declaration => declaration.File == file && declaration.Node.Span.Contains(at.Span)) is { } around
        && CaptureRules.ObstacleAt(at, around.Node, file.Model, found.Type) is null
            ? SyntaxFacts.GetKeywordKind(found.Name) == SyntaxKind.None ? found.Name : "@" + found.Name
            : null;

    /// <summary>An accessor that calls itself would never end.</summary>
    private static bool IsInside(ISymbol ambient, SyntaxNode at, SourceFile file)
    {
        for (var symbol = file.Model.GetEnclosingSymbol(at.SpanStart); symbol is not null; symbol = symbol.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(symbol.Owner(), ambient))
                return true;
        }

        return false;
    }

    private static Dictionary<Place, SignatureChange> ByPlace(SourceFiles files, IEnumerable<SignatureChange> changes)
    {
        var places = new Dictionary<Place, SignatureChange>();
        foreach (var change in changes)
        {
            foreach (var place in change.Members.Select(files.PlaceOf).OfType<Place>())
                places[place] = change;
        }

        return places;
    }
}
