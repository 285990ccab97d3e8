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

    /// <summary>The open file.</summary>
    public string File => new Uri(uri).LocalPath;

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
    public Task<IReadOnlyList<ShownDiagnostic>> DiagnosticsAsync() => DiagnosticsInAsync(uri);

    /// <summary>What is underlined now in another file of the project: source, text file.</summary>
    public Task<IReadOnlyList<ShownDiagnostic>> DiagnosticsAsync(string file) => DiagnosticsInAsync(new Uri(file).AbsoluteUri);

    /// <summary>What one rule underlines in the open file, or in another one, from top to bottom.</summary>
    public async Task<IReadOnlyList<ShownDiagnostic>> FoundAsync(string rule, string? file = null) => Sorted(await DiagnosticsAsync(file ?? File), shown => shown.Id == rule);

    /// <summary>What does not compile in the open file, or in another one.</summary>
    public async Task<IReadOnlyList<ShownDiagnostic>> CompilerErrorsAsync(string? file = null) =>
        Sorted(await DiagnosticsAsync(file ?? File), shown => shown.Severity == ShownDiagnostic.Error && shown.Id.StartsWith("CS", StringComparison.Ordinal));

    /// <summary>What the light bulb at a diagnostic offers.</summary>
    public async Task<IReadOnlyList<OfferedFix>> FixesAsync(ShownDiagnostic diagnostic)
    {
        var actions = await RequestAsync("textDocument/codeAction", In(uri, ("range", diagnostic.Range.DeepClone())));
        return
        [
            .. actions!.AsArray().Select(action => new OfferedFix(
                (string)action!["title"]!,
                action["edit"]!["changes"]!.AsObject().ToDictionary(
                    change => new Uri(change.Key).LocalPath, IReadOnlyList<JsonNode> (change) => [.. change.Value!.AsArray().Select(edit => edit!)]))),
        ];
    }

    /// <summary>Types: replaces the file's text in memory.</summary>
    public async Task ChangeAsync(string text)
    {
        Text = text;
        await NotifyChangeAsync(uri, text);
    }

    /// <summary>Replaces the text of another file of the project: source, text file, editor configuration.</summary>
    public Task ChangeAsync(string file, string text) => NotifyChangeAsync(new Uri(file).AbsoluteUri, text);

    /// <summary>Makes the edits of a fix to the open file.</summary>
    public Task ApplyAsync(OfferedFix fix) => ChangeAsync(fix.ApplyTo(File, Text));

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

    private async Task<IReadOnlyList<ShownDiagnostic>> DiagnosticsInAsync(string document)
    {
        var report = await RequestAsync("textDocument/diagnostic", In(document));
        return
        [
            .. report!["items"]!.AsArray().Select(item => new ShownDiagnostic(
                (string)item!["code"]!,
                (string)item["message"]!,
                (int)item["severity"]!,
                item["range"]!,
                [.. item["relatedInformation"]!.AsArray().Select(related => new Uri((string)related!["location"]!["uri"]!).LocalPath)])),
        ];
    }

    private static IReadOnlyList<ShownDiagnostic> Sorted(IEnumerable<ShownDiagnostic> all, Func<ShownDiagnostic, bool> which) =>
        [.. all.Where(which).OrderBy(shown => ((int)shown.Range["start"]!["line"]!, (int)shown.Range["start"]!["character"]!))];

    private Task NotifyChangeAsync(string document, string text) =>
        NotifyAsync("textDocument/didChange", In(document, ("contentChanges", new JsonArray(new JsonObject { ["text"] = text }))));

    private static JsonObject In(string document, params (string Name, JsonNode Value)[] parameters)
    {
        var all = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = document } };
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
