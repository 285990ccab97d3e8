using System.Collections.Immutable;
using ExplicitContext.ChangeSignature.Planning;
using ExplicitContext.Model;
using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>
/// Works out what graduates together: the requested members and, since their overloads would be source that nothing asks to generate for, all whose overloads those call.
/// </summary>
internal sealed class GraduationPlanner(Project project, ContextModel contexts, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, Graduation?> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Refusal> refusals = new(StringComparer.Ordinal);
    private readonly GeneratedTwins twins = new(contexts, cancellationToken);
    private readonly ShimAmbient ambient = new(contexts);
    private readonly CallsOnBase onBase = new(contexts.Compilation, cancellationToken);

    /// <summary>The members that stay as they are, and why.</summary>
    public IEnumerable<Refusal> Refusals => refusals.Values;

    /// <summary>The documentation IDs of all members with a generated overload.</summary>
    public IEnumerable<string> All => twins.Legacies.Select(Owner).Select(member => member.GetDocumentationCommentId()).OfType<string>().Distinct().OrderBy(id => id, StringComparer.Ordinal);

    /// <summary>What graduates, in the order of the source.</summary>
    public IReadOnlyList<Graduation> Plan(IEnumerable<string> requested)
    {
        var planned = new HashSet<Graduation>();
        var open = new Queue<Graduation?>(requested.Select(Find).OfType<ISymbol>().Select(GraduationOf));
        while (open.Count > 0)
        {
            if (open.Dequeue() is not { } next || !planned.Add(next))
                continue;
            if (twins.UnknownIn(Mentioned(next)) is { } unknown)
                Refuse(next.Legacy, next.Declaration.GetLocation(), $"The overload of '{MemberName.Of(next.Legacy)}' needs '{MemberName.Simple(unknown)}', which stands in an extension block and has to be taken over by hand.");
            foreach (var needed in NeedsOf(next))
            {
                if (GraduationOf(needed) is { } graduation)
                    next.Needs.Add(graduation);
                else
                    Refuse(next.Legacy, next.Declaration.GetLocation(), $"The overload of '{MemberName.Of(next.Legacy)}' needs that of '{MemberName.Of(needed)}', which stays generated.");
                open.Enqueue(GraduationOf(needed));
            }
        }

        return [.. Possible(planned).OrderBy(graduation => graduation.Document.FilePath ?? graduation.Document.Name, StringComparer.Ordinal).ThenBy(graduation => graduation.Declaration.SpanStart)];
    }

    /// <summary>Gives a member up, and with it whatever needs it.</summary>
    public IReadOnlyList<Graduation> Without(IEnumerable<Graduation> planned, IReadOnlyCollection<(Graduation Graduation, string Reason)> harmful)
    {
        RefuseAll(harmful);
        return Possible(planned);
    }

    private IReadOnlyList<Graduation> Possible(IEnumerable<Graduation> planned)
    {
        var possible = planned.ToList();
        do
        {
            RemoveImpossible(possible);
        }
        while (RefuseAll(onBase.LeftBy(possible)));
        return possible;
    }

    private bool RefuseAll(IReadOnlyCollection<(Graduation Graduation, string Reason)> harmful)
    {
        foreach (var (graduation, reason) in harmful)
            Refuse(graduation.Legacy, graduation.Declaration.GetLocation(), reason);
        return harmful.Count > 0;
    }

    private void RemoveImpossible(List<Graduation> possible)
    {
        while (possible.Find(graduation => refusals.ContainsKey(graduation.Id) || graduation.Needs.Any(needed => !possible.Contains(needed))) is { } impossible)
        {
            possible.Remove(impossible);
            Refuse(impossible.Legacy, impossible.Declaration.GetLocation(), $"The overload of '{MemberName.Of(impossible.Legacy)}' needs another that stays generated.");
        }
    }

    /// <summary>A member by its ID; one of an extension block, which no ID leads to, among those with an overload.</summary>
    private ISymbol? Find(string id) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId(id, contexts.Compilation) ?? twins.Legacies.Select(Owner).FirstOrDefault(owner => owner.GetDocumentationCommentId() == id);

    private IEnumerable<ISymbol> NeedsOf(Graduation graduation) =>
        Mentioned(graduation).Concat(graduation.Parts.SelectMany(part => twins.RelativesOf(part.Overload)))
            .Select(twins.LegacyOf).OfType<IMethodSymbol>()
            .Select(Owner)
            .Where(owner => !SymbolEqualityComparer.Default.Equals(owner, graduation.Legacy))
            .Distinct<ISymbol>(SymbolEqualityComparer.Default);

    private IEnumerable<IMethodSymbol> Mentioned(Graduation graduation) =>
        from overload in graduation.Overloads
        from member in MentionedMembers.In(overload, contexts.Compilation.GetSemanticModel(overload.SyntaxTree), cancellationToken).OfType<IMethodSymbol>()
        select member;

    private Graduation? GraduationOf(ISymbol legacy)
    {
        var id = legacy.GetDocumentationCommentId() ?? "";
        if (!known.TryGetValue(id, out var graduation))
            known.Add(id, graduation = Make(legacy));
        return graduation;
    }

    private Graduation? Make(ISymbol legacy)
    {
        var methods = legacy is IPropertySymbol property ? new[] { property.GetMethod, property.SetMethod } : [legacy as IMethodSymbol];
        var parts = methods.OfType<IMethodSymbol>().Select(method => PartOf(method)).OfType<GraduatingPart>().ToImmutableArray();
        if (parts.IsEmpty || refusals.ContainsKey(legacy.GetDocumentationCommentId() ?? ""))
            return null;
        var declaration = parts[0].Body.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First();
        var why = project.GetDocument(declaration.SyntaxTree) is null ? $"'{MemberName.Of(legacy)}' stands in a generated file."
            : declaration.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.LineDirectiveTrivia) || trivia.IsKind(SyntaxKind.LineSpanDirectiveTrivia)) ? $"'{MemberName.Of(legacy)}' has '#line' directives of its own."
            : parts.Any(part => part.LeavesShim && part.Ambient is null) ? $"No ambient accessor yields what the legacy '{MemberName.Of(legacy)}' would have to hand on."
            : parts.Where(part => part.LeavesShim).Select(ShimBody.ReasonAgainst).FirstOrDefault(reason => reason is not null) is { } reason ? reason
            : null;
        if (why is null)
            return new(legacy, declaration, project.GetDocument(declaration.SyntaxTree)!, parts) { OtherPart = OtherPartOf(legacy) };
        Refuse(legacy, declaration.GetLocation(), why);
        return null;
    }

    private GraduatingPart? PartOf(IMethodSymbol method)
    {
        if (twins.Of(method) is not var (overload, context) || Syntax(overload) is not { } written || BodyOf(method.PartialImplementationPart ?? method) is not { } body)
            return null;
        var model = contexts.Compilation.GetSemanticModel(body.SyntaxTree);
        return new(method, body, overload, written, context, ambient.Of(context, [.. ReadBy(method)], body.SpanStart, model))
        {
            IsForward = ForwardingOverload.Is(overload, method, contexts, cancellationToken),
            Bridges = [.. GeneratedTwins.BridgesTo(overload).Select(Syntax).OfType<MemberDeclarationSyntax>()],
        };
    }

    /// <summary>The accessors that a member reads itself; else those that are read by what it calls.</summary>
    private IEnumerable<AmbientAccessor> ReadBy(IMethodSymbol method)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { method };
        for (var open = new Queue<IMethodSymbol>(seen); open.Count > 0;)
        {
            var next = open.Dequeue();
            if (BodyOf(next.PartialImplementationPart ?? next) is not { } body || twins.Of(next) is not var (overload, _) || Syntax(overload) is not { } written)
                continue;
            foreach (var accessor in ambient.ReadIn(body, cancellationToken))
                yield return accessor;
            foreach (var callee in MentionedMembers.In(written, contexts.Compilation.GetSemanticModel(written.SyntaxTree), cancellationToken).OfType<IMethodSymbol>().Select(twins.LegacyOf).OfType<IMethodSymbol>())
            {
                if (seen.Add(callee))
                    open.Enqueue(callee);
            }
        }
    }

    private MemberDeclarationSyntax? Syntax(IMethodSymbol overload) =>
        overload.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken).AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault();

    private SyntaxNode? BodyOf(IMethodSymbol member) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is { } syntax and (BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax) ? syntax : null;

    private MemberDeclarationSyntax? OtherPartOf(ISymbol legacy) => legacy is IMethodSymbol { PartialImplementationPart: not null } or IPropertySymbol { PartialImplementationPart: not null }
        ? legacy.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as MemberDeclarationSyntax
        : null;

    private static ISymbol Owner(IMethodSymbol method) => (ISymbol?)method.AssociatedSymbol ?? method;

    private void Refuse(ISymbol legacy, Location location, string reason)
    {
        if (legacy.GetDocumentationCommentId() is { } id && !refusals.ContainsKey(id))
            refusals.Add(id, new(legacy, location, reason));
    }
}
