using System.Collections.Immutable;
using ExplicitContext.Model.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Reach;

/// <summary>
/// Summarises parts of the bodies of one file, and binds nothing else of it as far as the compiler lets itself be asked for less. It may be asked again for others; what it
/// learned of the members stays. Not safe for concurrent use.
/// </summary>
internal sealed class PartSummarizer(SemanticModel model, ContextModel contexts)
{
    private readonly MemberKeys keys = new();
    private readonly Dictionary<SyntaxNode, ImmutableArray<(ISymbol Member, MemberSummary Summary)>> members = [];

    /// <summary>The path of the file.</summary>
    public string Path => model.SyntaxTree.FilePath;

    /// <summary>What the parts do, each for the member that runs it.</summary>
    /// <param name="parts">Where they are.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public ImmutableArray<(TextSpan Part, MemberSummary Member)> Summarize(HashSet<TextSpan> parts, CancellationToken cancellationToken)
    {
        var summaries = ImmutableArray.CreateBuilder<(TextSpan, MemberSummary)>();
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        foreach (var part in parts.Select(span => BodyPart.At(span, root)))
        {
            foreach (var (member, summary) in MemberBodies.Around(part.Node) is { } body ? MembersOf(body, cancellationToken) : [])
            {
                var declared = MemberBodies.IsBody(part.Node) ? DeclaredCallees.Of(member, [part.Node]) : [];
                summaries.Add((part.Span, TreeSummarizer.Fill(summary, [PartBinder.Bind(part, model, cancellationToken)], declared, contexts, keys, cancellationToken)));
            }
        }

        return summaries.ToImmutable();
    }

    private ImmutableArray<(ISymbol Member, MemberSummary Summary)> MembersOf(SyntaxNode body, CancellationToken cancellationToken)
    {
        if (!members.TryGetValue(body, out var known))
        {
            known =
            [
                .. from member in MemberBodies.MembersOf(body, model, cancellationToken)
                   let summary = TreeSummarizer.Describe(member, model, contexts, keys)
                   where summary is not null
                   select (member, summary),
            ];
            members.Add(body, known);
        }

        return known;
    }
}
