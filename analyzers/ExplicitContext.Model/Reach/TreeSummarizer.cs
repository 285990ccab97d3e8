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
    public static TreeSummary Summarize(SemanticModel model, ContextModel contexts, CancellationToken cancellationToken) =>
        new(
            model.SyntaxTree.FilePath,
            Summarize(model, contexts, _ => true, cancellationToken),
            new(DispatchTable.Of(model, new MemberKeys(), cancellationToken)));

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
        foreach (var operation in bodies.Select(body => model.GetOperation(body, cancellationToken)).SelectMany(root => root?.DescendantsAndSelf() ?? []))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (AmbientRead.From(operation, contexts) is { } read && keys.Of(read.Accessor.Symbol) is { } accessor)
            {
                var start = read.Syntax.GetLocation().GetLineSpan().StartLinePosition;
                reads.Add(new(accessor, read.Usage, start.Line, start.Character));
            }

            foreach (var (callee, isVirtual) in CalleeWalker.CalleesOf(operation))
            {
                AddCall(calls, keys, callee, isVirtual);
            }
        }

        AddImpliedByConstruction(member, bodies, calls, keys);
        var owner = (member as IMethodSymbol)?.AssociatedSymbol ?? member;
        return new(
            key,
            keys.Of(owner) ?? key,
            DisplayNameOf(owner),
            IsVisibleOutside(owner, toFriends: false),
            contexts.IsBoundary(member),
            model.SyntaxTree.FilePath,
            owner.Locations.FirstOrDefault(location => location.SourceTree == model.SyntaxTree)?.GetLineSpan().StartLinePosition.Line ?? 0,
            new(reads.ToImmutable()),
            new([.. calls.OrderBy(call => call.CalleeKey, StringComparer.Ordinal).ThenBy(call => call.IsVirtual)]))
        {
            IsVisibleToFriends = IsVisibleOutside(owner, toFriends: true),
            Bodies = new([.. bodies.Select(body => body.Span)]),
        };
    }

    /// <summary>A constructor that chains to no other of its type runs the initialisers, and its base's constructor even where it names none.</summary>
    private static void AddImpliedByConstruction(ISymbol member, IEnumerable<SyntaxNode> bodies, HashSet<CallSite> calls, MemberKeys keys)
    {
        if (member is not IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor, ContainingType: { } type } constructor)
        {
            return;
        }

        var initializer = bodies.OfType<ConstructorDeclarationSyntax>().FirstOrDefault()?.Initializer;
        if (initializer is ConstructorInitializerSyntax { ThisOrBaseKeyword.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ThisKeyword })
        {
            return;
        }

        foreach (var held in type.GetMembers().Where(held => held is IFieldSymbol or IPropertySymbol && held.IsStatic == constructor.IsStatic && !held.IsImplicitlyDeclared))
        {
            AddCall(calls, keys, held, isVirtual: false);
        }

        if (!constructor.IsStatic && initializer is null && type.BaseType?.InstanceConstructors.FirstOrDefault(inherited => inherited.Parameters.IsEmpty) is { } inherited)
        {
            AddCall(calls, keys, inherited, isVirtual: false);
        }
    }

    private static void AddCall(HashSet<CallSite> calls, MemberKeys keys, ISymbol callee, bool isVirtual)
    {
        if (keys.Of(callee) is { } key)
        {
            calls.Add(new(key, isVirtual));
        }
    }

    private static string DisplayNameOf(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => member.ContainingType.Name + " constructor",
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor } => member.ContainingType.Name + " static constructor",
        _ when member.ContainingType is null => member.Name,
        _ => member.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "." + member.Name,
    };

    internal static bool IsVisibleOutside(ISymbol member, bool toFriends)
    {
        for (var symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
                && !(toFriends && symbol.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal))
            {
                return false;
            }
        }

        return true;
    }
}
