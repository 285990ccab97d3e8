using ExplicitContext.ChangeSignature.Planning;
using ExplicitContext.ChangeSignature.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Verifying;

/// <summary>
/// Holds every use of a name that changes against what it meant: a call that was rewritten goes to the member that it went to, and one that was
/// not is not drawn to a new signature.
/// </summary>
internal sealed class MeaningCheck(SourceFiles files, IReadOnlyList<SignatureChange> changes)
{
    private readonly ILookup<string, SignatureChange> byName = changes.ToLookup(change => change.Name, StringComparer.Ordinal);

    /// <summary>The uses that would mean something else, each with the change that would do that.</summary>
    public async Task<IReadOnlyList<(SignatureChange Change, Reference Use)>> ChangedUsesAsync(Draft draft, Solution after, CancellationToken cancellationToken)
    {
        var changed = new List<(SignatureChange, Reference)>();
        foreach (var document in Concerned(draft))
        {
            if (await files.OfAsync(document, cancellationToken).ConfigureAwait(false) is not { } file || Uses(file.Root) is not { Count: > 0 } uses)
                continue;
            var edited = after.GetDocument(document.Id)!;
            var root = await edited.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var model = await edited.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            foreach (var use in uses)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var place = new Place(document.Id, use.SpanStart);
                if (TargetOf(use, file.Model, cancellationToken) is not { } target || draft.Kept.Contains(place))
                    continue;
                var now = root!.FindToken(draft.Map(place).Position).Parent;
                if (now is not SimpleNameSyntax name || name.Identifier.ValueText != use.Identifier.ValueText)
                    continue;
                if (TargetOf(name, model!, cancellationToken) is not { } moved || !IsSame(target, moved, draft, after))
                    changed.Add((CauseOf(target, use), new(document, use.GetLocation(), IsCertain: true, IsNamed: true)));
            }
        }

        return changed;
    }

    private IEnumerable<Document> Concerned(Draft draft)
    {
        var graph = files.Solution.GetProjectDependencyGraph();
        return draft.Documents.Keys.Select(document => document.ProjectId)
            .SelectMany(project => graph.GetProjectsThatTransitivelyDependOnThisProject(project).Prepend(project))
            .Distinct()
            .SelectMany(project => files.Solution.GetProject(project)!.Documents);
    }

    private List<SimpleNameSyntax> Uses(SyntaxNode root) =>
        [.. root.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => byName.Contains(name.Identifier.ValueText))];

    private static IMethodSymbol? TargetOf(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode node = name;
        while (node.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax)
            node = node.Parent;
        if (node.Parent is ObjectCreationExpressionSyntax creation && creation.Type == node)
            node = creation;
        var method = model.GetSymbolInfo(node, cancellationToken).Symbol as IMethodSymbol;
        return (method?.ReducedFrom ?? method)?.OriginalDefinition;
    }

    private bool IsSame(IMethodSymbol target, IMethodSymbol moved, Draft draft, Solution after)
    {
        if (files.PlaceOf(target) is not { } place)
            return target.GetDocumentationCommentId() == moved.GetDocumentationCommentId();
        return moved.Locations.FirstOrDefault() is { SourceTree: { } tree, SourceSpan: var span }
            && after.GetDocument(tree) is { } document
            && draft.Map(place) == new Place(document.Id, span.Start);
    }

    private SignatureChange CauseOf(IMethodSymbol target, SimpleNameSyntax use) =>
        byName[use.Identifier.ValueText].FirstOrDefault(change => change.Members.Any(member => files.PlaceOf(member) == files.PlaceOf(target)))
        ?? byName[use.Identifier.ValueText].First();
}
