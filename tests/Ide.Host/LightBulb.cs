using System.Collections;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Ide.Host;

/// <summary>The fixes of <c>ICodeFixService</c>, which fills the light bulb of an IDE.</summary>
internal static class LightBulb
{
    /// <summary>The fixes offered at a range, nested ones flattened, each with its edits; then "fix all" in the document and in the solution, where there is such a thing.</summary>
    public static async Task<JsonNode> ActionsAsync(Document document, JsonNode range)
    {
        var actions = new JsonArray();
        foreach (var collection in await FixCollectionsAsync(document, (await document.GetTextAsync()).ToSpan(range)))
        {
            foreach (var fix in ((IEnumerable)collection.Get("Fixes")!).Cast<object>())
            {
                foreach (var action in Flatten((CodeAction)fix.Get("Action")!))
                {
                    actions.Add(await DescribeAsync(action.Title, action, document));
                    foreach (var scope in (FixAllScope[])[FixAllScope.Document, FixAllScope.Solution])
                    {
                        if (await FixAllAsync(collection, action, document, scope) is { } all)
                            actions.Add(await DescribeAsync($"Fix all in {scope}: {action.Title}", all, document));
                    }
                }
            }
        }

        return actions;
    }

    private static async Task<JsonObject> DescribeAsync(string title, CodeAction action, Document document) =>
        new() { ["title"] = title, ["kind"] = "quickfix", ["edit"] = new JsonObject { ["changes"] = await EditsAsync(action, document.Project.Solution) } };

    private static async Task<List<object>> FixCollectionsAsync(Document document, TextSpan span)
    {
        var type = RoslynInternals.FeatureType("Microsoft.CodeAnalysis.CodeFixes.ICodeFixService");
        var host = document.Project.Solution.Workspace.Services.HostServices;
        var exports = host.GetType().GetInterface("IMefHostExportProvider")!.GenericMethod("GetExports", type).Invoke(host, null)!;
        var service = ((IEnumerable)exports).Cast<object>().First().Get("Value")!;
        return await RoslynInternals.ToListAsync(service.Call(type, "StreamFixesAsync", document, span, null, CancellationToken.None));
    }

    /// <summary>What "fix all occurrences" does for one of the fixes; null where the provider has no such thing.</summary>
    private static async Task<CodeAction?> FixAllAsync(object collection, CodeAction action, Document document, FixAllScope scope)
    {
        if (collection.Get("FixAllState") is not { } state || !((IEnumerable)collection.Get("SupportedScopes")!).Cast<FixAllScope>().Contains(scope))
            return null;
        var scoped = state.GetType().GetMethod("With", RoslynInternals.Instance, [typeof(Document), typeof(Project), typeof(FixAllScope), typeof(string)])!
            .Invoke(state, [document, document.Project, scope, action.EquivalenceKey])!;
        var context = (FixAllContext)Activator.CreateInstance(
            typeof(FixAllContext), RoslynInternals.Instance, binder: null, [scoped, new Progress<CodeAnalysisProgress>(), CancellationToken.None], culture: null)!;
        return await ((FixAllProvider)scoped.Get("FixAllProvider")!).GetFixAsync(context);
    }

    /// <summary>The edits to every document that the action changes, by the document's URI.</summary>
    private static async Task<JsonObject> EditsAsync(CodeAction action, Solution solution)
    {
        var edits = new JsonObject();
        foreach (var apply in (await action.GetOperationsAsync(solution, new Progress<CodeAnalysisProgress>(), CancellationToken.None)).OfType<ApplyChangesOperation>())
        {
            foreach (var id in apply.ChangedSolution.GetChanges(solution).GetProjectChanges().SelectMany(project => project.GetChangedDocuments()))
            {
                var (before, after) = (solution.GetDocument(id)!, apply.ChangedSolution.GetDocument(id)!);
                var text = await before.GetTextAsync();
                edits[new Uri(before.FilePath!).AbsoluteUri] = new JsonArray(
                    [.. (await after.GetTextChangesAsync(before)).Select(change => new JsonObject { ["range"] = text.ToRange(change.Span), ["newText"] = change.NewText })]);
            }
        }

        return edits;
    }

    private static IEnumerable<CodeAction> Flatten(CodeAction action) =>
        action.NestedActions.IsEmpty ? [action] : action.NestedActions.SelectMany(Flatten);
}
