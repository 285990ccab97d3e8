using System.Collections.Immutable;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Rewriting;
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
        var keys = new MemberKeys();
        var members =
            from ofMember in MemberBodies.In(model, cancellationToken).GroupBy(body => body.Member, body => body.Body, SymbolEqualityComparer.Default)
            let summary = Describe(ofMember.Key!, model, contexts, keys)
            where summary is not null
            let operations = ofMember.Where(body => body is not TypeDeclarationSyntax).Select(body => model.GetOperation(body, cancellationToken))
            select Fill(summary, operations, DeclaredCallees.Of(ofMember.Key!, ofMember), contexts, keys, cancellationToken);
        var (dispatch, types) = DispatchTable.Of(model, keys, _ => true, cancellationToken);
        return new(model.SyntaxTree.FilePath, new([.. members]), new(dispatch), new(types));
    }

    /// <summary>What a summary says of the member itself, but for the words and the place that a person is shown; null for one that has no key.</summary>
    internal static MemberSummary? Outline(ISymbol member, SemanticModel model, ContextModel contexts, MemberKeys keys)
    {
        var owner = member.Owner();
        return keys.Of(member) is { } key
            ? new(key, keys.Of(owner) ?? key, DisplayName: "", owner.IsExternallyVisible(), contexts.IsBoundary(member), model.SyntaxTree.FilePath, Line: 0, Reads: default, Calls: default)
            {
                IsVisibleToFriends = owner.IsExternallyVisible(toFriends: true),
            }
            : null;
    }

    private static MemberSummary? Describe(ISymbol member, SemanticModel model, ContextModel contexts, MemberKeys keys) =>
        member.Owner() is var owner && Outline(member, model, contexts, keys) is { } outline
            ? outline with
            {
                DisplayName = DisplayNameOf(owner),
                Line = owner.Locations.FirstOrDefault(location => location.SourceTree == model.SyntaxTree)?.GetLineSpan().StartLinePosition.Line ?? 0,
            }
            : null;

    /// <summary>Completes a summary by what operations do, and by what the member calls because of what it is.</summary>
    private static MemberSummary Fill(
        MemberSummary summary, IEnumerable<IOperation?> operations, IEnumerable<MemberCall> declared, ContextModel contexts, MemberKeys keys, CancellationToken cancellationToken)
    {
        var reads = ImmutableArray.CreateBuilder<ReadSite>();
        var calls = new HashSet<CallSite>();
        foreach (var operation in operations.SelectMany(root => root?.DescendantsAndSelf() ?? []))
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

        foreach (var call in declared)
        {
            AddCall(calls, keys, call);
        }

        return summary with
        {
            Reads = new(reads.ToImmutable()),
            Calls = new([.. calls.OrderBy(call => call.CalleeKey, StringComparer.Ordinal).ThenBy(call => call.IsVirtual).ThenBy(call => call.ReceiverKey, StringComparer.Ordinal).ThenBy(call => call.IsOnlyBelow)]),
        };
    }

    /// <summary>Notes a call by the key of its callee.</summary>
    internal static void AddCall(HashSet<CallSite> calls, MemberKeys keys, MemberCall call)
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
        _ => member.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "." + MemberNames.OfOperator(member.Name),
    };
}
