using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ide.Host;

/// <summary>
/// The squiggles of one file: the compiler's, and the analyzers' by <c>IDiagnosticAnalyzerService</c>. That file alone is analysed, as while one types; nothing is that needs
/// the whole solution.
/// </summary>
internal static class ErrorList
{
    /// <summary>A full document diagnostic report; hidden and suppressed diagnostics are left out.</summary>
    public static async Task<JsonNode> DiagnosticsAsync(TextDocument document)
    {
        var text = await document.GetTextAsync();
        var items = new JsonArray();
        foreach (var data in await LiveDiagnosticsAsync(document))
        {
            var severity = (DiagnosticSeverity)data.Get("Severity")!;
            if (severity == DiagnosticSeverity.Hidden || (bool)data.Get("IsSuppressed")!)
                continue;
            var location = (FileLinePositionSpan)data.Get("DataLocation")!.Get("UnmappedFileSpan")!;
            var item = new JsonObject
            {
                ["range"] = text.ToRange(text.Lines.GetTextSpan(location.Span)),
                ["code"] = (string)data.Get("Id")!,
                ["message"] = (string)data.Get("Message")!,
                ["severity"] = 4 - (int)severity,
                ["relatedInformation"] = Related(data),
            };
            if (data.Get("HelpLink") is string { Length: > 0 } helpLink)
                item["codeDescription"] = new JsonObject { ["href"] = helpLink };
            items.Add(item);
        }

        foreach (var diagnostic in await CompilerDiagnosticsAsync(document))
        {
            items.Add(new JsonObject
            {
                ["range"] = text.ToRange(diagnostic.Location.SourceSpan),
                ["code"] = diagnostic.Id,
                ["message"] = diagnostic.GetMessage(CultureInfo.InvariantCulture),
                ["severity"] = 4 - (int)diagnostic.Severity,
                ["relatedInformation"] = new JsonArray(),
            });
        }

        return new JsonObject { ["kind"] = "full", ["items"] = items };
    }

    /// <summary>The additional locations: where else one should look.</summary>
    private static JsonArray Related(object data) =>
    [
        .. ((IEnumerable)data.Get("AdditionalLocations")!).Cast<object>()
            .Select(location => (FileLinePositionSpan)location.Get("UnmappedFileSpan")!)
            .Select(span => new JsonObject { ["location"] = new JsonObject { ["uri"] = new Uri(span.Path).AbsoluteUri, ["range"] = span.Span.ToRange() }, ["message"] = "" }),
    ];

    /// <summary>The service leaves the compiler's own to an analyzer that only an editor installs.</summary>
    private static async Task<IEnumerable<Diagnostic>> CompilerDiagnosticsAsync(TextDocument document) =>
        document is Document source && await source.GetSemanticModelAsync() is { } model
            ? model.GetDiagnostics().Where(diagnostic => diagnostic is { Severity: > DiagnosticSeverity.Hidden, IsSuppressed: false })
            : [];

    private static async Task<IEnumerable<object>> LiveDiagnosticsAsync(TextDocument document)
    {
        var type = RoslynInternals.FeatureType("Microsoft.CodeAnalysis.Diagnostics.IDiagnosticAnalyzerService");
        var parameters = type.GetMethod("GetDiagnosticsForSpanAsync")!.GetParameters();
        var everyId = parameters.Single(parameter => parameter.ParameterType.Name == "DiagnosticIdFilter").ParameterType.GetField("All")!.GetValue(null);
        var everyKind = Enum.Parse(parameters.Single(parameter => parameter.ParameterType.Name == "DiagnosticKind").ParameterType, "All");
        var services = document.Project.Solution.Workspace.Services;
        var service = services.GetType().GenericMethod("GetService", type).Invoke(services, null)!;
        var run = (Task)service.Call(type, "GetDiagnosticsForSpanAsync", document, null, everyId, null, everyKind, CancellationToken.None);
        await run;
        return ((IEnumerable)run.Get("Result")!).Cast<object>();
    }
}
