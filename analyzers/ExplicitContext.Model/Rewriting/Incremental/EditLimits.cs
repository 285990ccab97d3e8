using System.Collections.Immutable;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Rewriting.Safety;

namespace ExplicitContext.Model.Rewriting.Incremental;

/// <summary>What an edit of bodies in one file must leave alone, and what it leaves as it is: values.</summary>
/// <param name="Contested">Names that the file must not come to mention: what is said of them would be another thing.</param>
/// <param name="Overloads">What the overloads are called, by their names.</param>
/// <param name="HasConstructors">Whether constructors are among them.</param>
/// <param name="HasIndexers">Whether indexers are.</param>
/// <param name="Findings">The findings that belong to no file which can be looked at by itself.</param>
internal sealed record EditLimits(
    ImmutableArray<string> Contested,
    ILookup<string, OverloadName> Overloads,
    bool HasConstructors,
    bool HasIndexers,
    EquatableArray<GenerationFinding> Findings)
{
    private readonly HashSet<string> contested = new(Contested, StringComparer.Ordinal);
    private readonly ImmutableArray<string> literals = GenerationOutcome.LiteralsOf(Contested);

    /// <summary>Where no file can be looked at by itself.</summary>
    public static EditLimits None { get; } = new([], OverloadName.ByName([]), false, false, default);

    /// <summary>Whether a file mentions no name of which something else would have to be said for its sake.</summary>
    public bool Allow(ProjectFile file) => !file.Facts.Mentions.Items.Any(contested.Contains) && (literals.Length == 0 || !file.Tree.GetText().ContainsAny(literals));
}
