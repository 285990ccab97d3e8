using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Ide.Host;

namespace Ide.Tests;

/// <summary>
/// Drives Ide.Host as an editor drives its language server. What it sees is what the SDK's IDE services offer; no editor is involved.
/// </summary>
internal sealed class Editor : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private readonly Process host;
    private readonly JsonRpcChannel channel;
    private readonly StringBuilder log = new();
    private int lastRequest;
    private string uri = "";

    private Editor(string path)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Ide.Host.dll"), path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        host = Process.Start(start)!;
        host.ErrorDataReceived += (_, line) => log.AppendLine(line.Data);
        host.BeginErrorReadLine();
        channel = new JsonRpcChannel(host.StandardOutput.BaseStream, host.StandardInput.BaseStream);
    }

    /// <summary>The open file's text as edited so far.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Opens a restored project or solution and shows one of its files with the given text, saved or not.</summary>
    public static async Task<Editor> OpenAsync(string projectOrSolution, string file, string text)
    {
        var editor = new Editor(projectOrSolution) { uri = new Uri(file).AbsoluteUri, Text = text };
        await editor.RequestAsync("initialize", new JsonObject());
        await editor.NotifyAsync("textDocument/didOpen", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = editor.uri, ["text"] = text } });
        return editor;
    }

    /// <summary>What is underlined in the file now.</summary>
    public async Task<IReadOnlyList<ShownDiagnostic>> DiagnosticsAsync()
    {
        var report = await RequestAsync("textDocument/diagnostic", InFile());
        return [.. report!["items"]!.AsArray().Select(d => new ShownDiagnostic((string)d!["code"]!, (string)d["message"]!, d["range"]!))];
    }

    /// <summary>What the light bulb at a diagnostic offers.</summary>
    public async Task<IReadOnlyList<OfferedFix>> FixesAsync(ShownDiagnostic diagnostic)
    {
        var actions = await RequestAsync("textDocument/codeAction", InFile(("range", diagnostic.Range.DeepClone())));
        return [.. actions!.AsArray().Select(a => new OfferedFix((string)a!["title"]!, [.. a["edit"]!["changes"]![uri]!.AsArray().Select(e => e!)]))];
    }

    /// <summary>Types: replaces the file's text in memory.</summary>
    public async Task ChangeAsync(string text)
    {
        Text = text;
        await NotifyAsync("textDocument/didChange", InFile(("contentChanges", new JsonArray(new JsonObject { ["text"] = Text }))));
    }

    public async ValueTask DisposeAsync()
    {
        host.StandardInput.Close();
        using var timer = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await host.WaitForExitAsync(timer.Token);
        }
        catch (OperationCanceledException)
        {
            host.Kill(entireProcessTree: true);
        }

        host.Dispose();
    }

    private JsonObject InFile(params (string Name, JsonNode Value)[] parameters)
    {
        var all = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } };
        foreach (var (name, value) in parameters)
            all[name] = value;
        return all;
    }

    private Task NotifyAsync(string method, JsonObject parameters) => channel.WriteAsync(new JsonObject { ["method"] = method, ["params"] = parameters });

    private async Task<JsonNode?> RequestAsync(string method, JsonObject parameters)
    {
        var id = ++lastRequest;
        using var timer = new CancellationTokenSource(Limit);
        await channel.WriteAsync(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters }, timer.Token);
        var answer = await channel.ReadAsync(timer.Token);
        Assert.True(answer is not null, $"The host ended during {method}:\n{log}");
        Assert.True(answer["error"] is null, $"{method} failed: {answer["error"]}\n{log}");
        Assert.Equal(id, (int)answer["id"]!);
        return answer["result"];
    }
}
