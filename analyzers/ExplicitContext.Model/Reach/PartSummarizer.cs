using System.Collections.Immutable;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Reach;

/// <summary>
/// Summarises parts of the bodies of one file, and binds nothing else of it as far as the compiler lets itself be asked for less. It may be asked again for others; what it
/// learned of the members stays. What nobody looks for is left out: the calls of strangers, the order, and where in the file something is. Not safe for concurrent use.
/// </summary>
/// <param name="model">The file.</param>
/// <param name="contexts">What is an accessor.</param>
/// <param name="keys">The names of members.</param>
/// <param name="isFollowed">Whether calls of an assembly's members can matter.</param>
internal sealed class PartSummarizer(SemanticModel model, ContextModel contexts, MemberKeys keys, Func<IAssemblySymbol?, bool> isFollowed)
{
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
                summaries.Add((part.Span, Fill(summary, PartBinder.Bind(part, model, cancellationToken), declared)));
            }
        }

        return summaries.ToImmutable();
    }

    private MemberSummary Fill(MemberSummary outline, IOperation? part, IEnumerable<MemberCall> declared)
    {
        var reads = new HashSet<string>(StringComparer.Ordinal);
        var calls = new HashSet<CallSite>();
        foreach (var operation in part?.DescendantsAndSelf() ?? [])
        {
            if (AmbientRead.From(operation, contexts) is { } read && keys.Of(read.Accessor.Symbol) is { } accessor)
            {
                reads.Add(accessor);
            }

            foreach (var call in CalleeWalker.CalleesOf(operation).Where(call => isFollowed(call.Callee.ContainingAssembly)))
            {
                TreeSummarizer.AddCall(calls, keys, call);
            }
        }

        foreach (var call in declared.Where(call => isFollowed(call.Callee.ContainingAssembly)))
        {
            TreeSummarizer.AddCall(calls, keys, call);
        }

        return outline with
        {
            Reads = new([.. reads.Select(accessor => new ReadSite(accessor, AmbientUsage.Read, Line: 0, Column: 0))]),
            Calls = new([.. calls]),
        };
    }

    private ImmutableArray<(ISymbol Member, MemberSummary Summary)> MembersOf(SyntaxNode body, CancellationToken cancellationToken)
    {
        if (!members.TryGetValue(body, out var known))
        {
            known =
            [
                .. from member in MemberBodies.MembersOf(body, model, cancellationToken)
                   let summary = TreeSummarizer.Outline(member, model, contexts, keys)
                   where summary is not null
                   select (member, summary),
            ];
            members.Add(body, known);
        }

        return known;
    }
}
