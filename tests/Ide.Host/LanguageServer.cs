using System.Text.Json.Nodes;

namespace Ide.Host;

/// <summary>Answers the requests of one client in order, until it says <c>exit</c> or closes the stream.</summary>
internal sealed class LanguageServer(JsonRpcChannel channel, OpenSolution solution, TextWriter log)
{
    /// <summary>Serves to the end. A request that fails is answered with an error; its stack trace goes to the log.</summary>
    public async Task RunAsync()
    {
        while (await channel.ReadAsync() is { } message && (string?)message["method"] is { } method && method != "exit")
        {
            var answer = new JsonObject { ["id"] = message["id"]?.DeepClone() };
            try
            {
                answer["result"] = await HandleAsync(method, message["params"]);
            }
            catch (Exception e)
            {
                log.WriteLine(e);
                answer["error"] = new JsonObject { ["code"] = -32603, ["message"] = e.Message };
            }

            if (answer["id"] is not null)
                await channel.WriteAsync(answer);
        }
    }

    private async Task<JsonNode?> HandleAsync(string method, JsonNode? parameters)
    {
        var uri = (string?)parameters?["textDocument"]?["uri"];
        switch (method)
        {
            case "initialize":
                await solution.LoadAsync(log);
                return new JsonObject
                {
                    ["capabilities"] = new JsonObject
                    {
                        ["textDocumentSync"] = 1,
                        ["diagnosticProvider"] = new JsonObject { ["interFileDependencies"] = true, ["workspaceDiagnostics"] = false },
                        ["codeActionProvider"] = true,
                    },
                };
            case "textDocument/didOpen":
                solution.SetText(uri!, (string)parameters!["textDocument"]!["text"]!);
                return null;
            case "textDocument/didChange":
                solution.SetText(uri!, (string)parameters!["contentChanges"]![0]!["text"]!);
                return null;
            case "textDocument/diagnostic":
                return await ErrorList.DiagnosticsAsync(solution.TextDocument(uri!));
            case "textDocument/codeAction":
                return await LightBulb.ActionsAsync(solution.Document(uri!), parameters!["range"]!);
            default:
                return null;
        }
    }
}
