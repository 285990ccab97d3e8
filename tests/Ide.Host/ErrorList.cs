using System.Collections;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ide.Host;

/// <summary>The compiler's diagnostics and those of <c>IDiagnosticAnalyzerService</c>, which fills the error list of an IDE.</summary>
internal static class ErrorList
{
    /// <summary>A full document diagnostic report; hidden diagnostics are left out.</summary>
    public static async Task<JsonNode> DiagnosticsAsync(Document document)
    {
        var text = await document.GetTextAsync();
        var items = new JsonArray();
        var compilation = (await document.Project.GetCompilationAsync())!;
        foreach (var diagnostic in compilation.GetDiagnostics().Where(d => d.Location.SourceTree?.FilePath == document.FilePath))
            Add(diagnostic.Id, diagnostic.GetMessage(), diagnostic.Severity, diagnostic.Descriptor.HelpLinkUri, diagnostic.Location.SourceSpan);

        foreach (var data in await AnalyzerDiagnosticsAsync(document.Project))
        {
            if (!Equals(data.Get("DocumentId"), document.Id))
                continue;
            var location = (FileLinePositionSpan)data.Get("DataLocation")!.Get("UnmappedFileSpan")!;
            Add((string)data.Get("Id")!, (string)data.Get("Message")!, (DiagnosticSeverity)data.Get("Severity")!, data.Get("HelpLink") as string, text.Lines.GetTextSpan(location.Span));
        }

        return new JsonObject { ["kind"] = "full", ["items"] = items };

        void Add(string id, string message, DiagnosticSeverity severity, string? helpLink, TextSpan span)
        {
            if (severity == DiagnosticSeverity.Hidden)
                return;
            var item = new JsonObject { ["range"] = text.ToRange(span), ["code"] = id, ["message"] = message, ["severity"] = 4 - (int)severity };
            if (!string.IsNullOrEmpty(helpLink))
                item["codeDescription"] = new JsonObject { ["href"] = helpLink };
            items.Add(item);
        }
    }

    private static async Task<IEnumerable<object>> AnalyzerDiagnosticsAsync(Project project)
    {
        var type = RoslynInternals.FeatureType("Microsoft.CodeAnalysis.Diagnostics.IDiagnosticAnalyzerService");
        var services = project.Solution.Workspace.Services;
        var service = services.GetType().GenericMethod("GetService", type).Invoke(services, null)!;
        var run = (Task)service.Call(type, "ForceRunCodeAnalysisDiagnosticsAsync", project, CancellationToken.None);
        await run;
        return ((IEnumerable)run.Get("Result")!).Cast<object>();
    }
}
