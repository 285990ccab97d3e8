using System.Collections.Immutable;
using ExplicitContext.Model.Ambient;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Reach;

/// <summary>Summarises source files: which members read an ambient accessor, whom they call, which members stand in for others.</summary>
public static class TreeSummarizer
{
    /// <summary>Binds every body of the file once.</summary>
    public static TreeSummary Summarize(SemanticModel model, ContextModel contexts, CancellationToken cancellationToken)
    {
        var (dispatch, types) = DispatchTable.Of(model, new MemberKeys(), cancellationToken);
        return new(model.SyntaxTree.FilePath, Summarize(model, contexts, _ => true, cancellationToken), new(dispatch), new(types));
    }

    /// <summary>Binds those bodies of the file once that a predicate on their syntax accepts.</summary>
    public static EquatableArray<MemberSummary> Summarize(SemanticModel model, ContextModel contexts, Func<SyntaxNode, bool> isWanted, CancellationToken cancellationToken)
    {
        var keys = new MemberKeys();
        var members = ImmutableArray.CreateBuilder<MemberSummary>();
        foreach (var group in MemberBodies.In(model, cancellationToken).Where(body => isWanted(body.Body)).GroupBy(body => body.Member, body => body.Body, SymbolEqualityComparer.Default))
        {
            if (group.Key is { } member && Summarize(member, group, model, contexts, keys, cancellationToken) is { } summary)
            {
                members.Add(summary);
            }
        }

        return new(members.ToImmutable());
    }

    private static MemberSummary? Summarize(
        ISymbol member, IEnumerable<SyntaxNode> bodies, SemanticModel model, ContextModel contexts, MemberKeys keys, CancellationToken cancellationToken)
    {
        if (keys.Of(member) is not { } key)
        {
            return null;
        }

        var reads = ImmutableArray.CreateBuilder<ReadSite>();
        var calls = new HashSet<CallSite>();
        foreach (var operation in bodies.Where(body => body is not TypeDeclarationSyntax).Select(body => model.GetOperation(body, cancellationToken)).SelectMany(root => root?.DescendantsAndSelf() ?? []))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (AmbientRead.From(operation, contexts) is { } read && keys.Of(read.Accessor.Symbol) is { } accessor)
            {
                var start = read.Syntax.GetLocation().GetLineSpan().StartLinePosition;
                reads.Add(new(accessor, read.Usage, start.Line, start.Character));
            }

            foreach (var call in CalleeWalker.CalleesOf(operation))
            {
                AddCall(calls, keys, call);
            }
        }

        foreach (var call in DeclaredCallees.Of(member, bodies))
        {
            AddCall(calls, keys, call);
        }

        var owner = (member as IMethodSymbol)?.AssociatedSymbol ?? member;
        return new(
            key,
            keys.Of(owner) ?? key,
            DisplayNameOf(owner),
            owner.IsExternallyVisible(),
            contexts.IsBoundary(member),
            model.SyntaxTree.FilePath,
            owner.Locations.FirstOrDefault(location => location.SourceTree == model.SyntaxTree)?.GetLineSpan().StartLinePosition.Line ?? 0,
            new(reads.ToImmutable()),
            new([.. calls.OrderBy(call => call.CalleeKey, StringComparer.Ordinal).ThenBy(call => call.IsVirtual).ThenBy(call => call.ReceiverKey, StringComparer.Ordinal).ThenBy(call => call.IsOnlyBelow)]))
        {
            IsVisibleToFriends = owner.IsExternallyVisible(toFriends: true),
            Bodies = new([.. bodies.Select(body => body.Span)]),
        };
    }

    private static void AddCall(HashSet<CallSite> calls, MemberKeys keys, MemberCall call)
    {
        if (keys.Of(call.Callee) is { } key)
        {
            calls.Add(new(key, call.IsVirtual, call.Receiver is { } receiver ? TypeKeys.OfReceiver(receiver, keys) : null) { IsOnlyBelow = call.IsOnlyBelow });
        }
    }

    private static string DisplayNameOf(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => member.ContainingType.Name + " constructor",
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor } => member.ContainingType.Name + " static constructor",
        _ when member.ContainingType is null => member.Name,
        _ => member.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "." + member.Name,
    };
}
