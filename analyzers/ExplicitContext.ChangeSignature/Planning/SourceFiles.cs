using ExplicitContext.Model;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>The documents of a solution, each bound once. Not safe for concurrent use.</summary>
/// <param name="solution">The solution.</param>
/// <param name="contextsOf">Makes the semantic model of a project.</param>
internal sealed class SourceFiles(Solution solution, Func<Project, CancellationToken, Task<ContextModel>> contextsOf)
{
    private readonly Dictionary<DocumentId, SourceFile?> files = [];
    private readonly Dictionary<ProjectId, ContextModel> contexts = [];

    public Solution Solution { get; } = solution;

    /// <summary>The file of a document; null where it is not C#.</summary>
    public async Task<SourceFile?> OfAsync(Document document, CancellationToken cancellationToken)
    {
        if (!files.TryGetValue(document.Id, out var file))
            files.Add(document.Id, file = await BindAsync(document, cancellationToken).ConfigureAwait(false));
        return file;
    }

    /// <summary>The file of a tree; null where the tree is generated or of another solution.</summary>
    public async Task<SourceFile?> OfAsync(SyntaxTree? tree, CancellationToken cancellationToken) =>
        Solution.GetDocument(tree) is { } document ? await OfAsync(document, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Where a symbol is declared; null where that is not in a document.</summary>
    public Place? PlaceOf(ISymbol symbol) =>
        symbol.OriginalDefinition.Locations.FirstOrDefault() is { SourceTree: { } tree, SourceSpan: var span } && Solution.GetDocument(tree) is { } document
            ? new(document.Id, span.Start)
            : null;

    private async Task<SourceFile?> BindAsync(Document document, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (document.Project.Language != LanguageNames.CSharp || root is null || model is null)
            return null;

        if (!contexts.TryGetValue(document.Project.Id, out var known))
            contexts.Add(document.Project.Id, known = await contextsOf(document.Project, cancellationToken).ConfigureAwait(false));
        return new(document, root, model, known);
    }
}
