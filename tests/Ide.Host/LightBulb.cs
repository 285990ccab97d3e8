using System.Collections;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;

namespace Ide.Host;

/// <summary>The fixes of <c>ICodeFixService</c>, which fills the light bulb of an IDE.</summary>
internal static class LightBulb
{
    /// <summary>The fixes offered at a range, nested ones flattened, each with its edits to this document.</summary>
    public static async Task<JsonNode> ActionsAsync(Document document, JsonNode range)
    {
        var text = await document.GetTextAsync();
        var actions = new JsonArray();
        foreach (var collection in await FixCollectionsAsync(document, text.ToSpan(range)))
        {
            foreach (var fix in (IEnumerable)collection.Get("Fixes")!)
            {
                foreach (var action in Flatten((CodeAction)fix.Get("Action")!))
                {
                    actions.Add(new JsonObject
                    {
                        ["title"] = action.Title,
                        ["kind"] = "quickfix",
                        ["edit"] = new JsonObject { ["changes"] = new JsonObject { [new Uri(document.FilePath!).AbsoluteUri] = await EditsAsync(action, document) } },
                    });
                }
            }
        }

        return actions;
    }

    private static async Task<List<object>> FixCollectionsAsync(Document document, TextSpan span)
    {
        var type = RoslynInternals.FeatureType("Microsoft.CodeAnalysis.CodeFixes.ICodeFixService");
        var host = document.Project.Solution.Workspace.Services.HostServices;
        var exports = host.GetType().GetInterface("IMefHostExportProvider")!.GenericMethod("GetExports", type).Invoke(host, null)!;
        var service = ((IEnumerable)exports).Cast<object>().First().Get("Value")!;
        return await RoslynInternals.ToListAsync(service.Call(type, "StreamFixesAsync", document, span, null, CancellationToken.None));
    }

    private static async Task<JsonArray> EditsAsync(CodeAction action, Document document)
    {
        var text = await document.GetTextAsync();
        var edits = new JsonArray();
        foreach (var operation in await action.GetOperationsAsync(document.Project.Solution, new Progress<CodeAnalysisProgress>(), CancellationToken.None))
        {
            if (operation is not ApplyChangesOperation apply || apply.ChangedSolution.GetDocument(document.Id) is not { } changed)
                continue;
            foreach (var change in await changed.GetTextChangesAsync(document))
                edits.Add(new JsonObject { ["range"] = text.ToRange(change.Span), ["newText"] = change.NewText });
        }

        return edits;
    }

    private static IEnumerable<CodeAction> Flatten(CodeAction action) =>
        action.NestedActions.IsEmpty ? [action] : action.NestedActions.SelectMany(Flatten);
}
