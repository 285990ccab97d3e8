using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>Where a node is, among the files that the facts of a member come from.</summary>
/// <param name="File">The position of the file among them.</param>
/// <param name="Span">Where it begins and ends there.</param>
/// <param name="Kind">What it is: several nodes may begin and end together.</param>
internal readonly record struct Place(int File, TextSpan Span, int Kind)
{
    /// <summary>The place of a node; null where it could not be found again.</summary>
    public static Place? Of(SyntaxNode node, ImmutableArray<SyntaxTree> files) =>
        files.IndexOf(node.SyntaxTree) is var file and >= 0 && new Place(file, node.Span, node.RawKind) is var place && place.In(files) == node ? place : null;

    /// <summary>The node at the place, or null.</summary>
    public SyntaxNode? In(ImmutableArray<SyntaxTree> files)
    {
        var (span, kind) = (Span, Kind);
        var root = files[File].GetRoot();
        return root.FullSpan.Contains(span)
            ? root.FindNode(span, getInnermostNodeForTie: true).AncestorsAndSelf().TakeWhile(node => node.Span == span).FirstOrDefault(node => node.RawKind == kind)
            : null;
    }
}
