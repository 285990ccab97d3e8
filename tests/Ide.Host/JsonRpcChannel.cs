using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ide.Host;

/// <summary>JSON-RPC messages framed by <c>Content-Length</c> headers, as language servers and their clients exchange them.</summary>
internal sealed class JsonRpcChannel(Stream input, Stream output)
{
    private const string LengthHeader = "Content-Length:";

    /// <summary>Reads the next message; null at the end of the stream.</summary>
    public async Task<JsonNode?> ReadAsync(CancellationToken cancellationToken = default)
    {
        int? length = null;
        while (await ReadHeaderAsync(cancellationToken) is { } header)
        {
            if (header.StartsWith(LengthHeader, StringComparison.OrdinalIgnoreCase))
                length = int.Parse(header.AsSpan(LengthHeader.Length));
            if (header.Length > 0)
                continue;
            var body = new byte[length ?? throw new InvalidDataException($"A message without a {LengthHeader} header.")];
            await input.ReadExactlyAsync(body, cancellationToken);
            return JsonNode.Parse(body);
        }

        return null;
    }

    /// <summary>Writes one message and flushes.</summary>
    public async Task WriteAsync(JsonObject message, CancellationToken cancellationToken = default)
    {
        message["jsonrpc"] = "2.0";
        var body = JsonSerializer.SerializeToUtf8Bytes(message);
        await output.WriteAsync(Encoding.ASCII.GetBytes($"{LengthHeader} {body.Length}\r\n\r\n"), cancellationToken);
        await output.WriteAsync(body, cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    private async Task<string?> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        var next = new byte[1];
        while (await input.ReadAsync(next, cancellationToken) > 0)
        {
            if (next[0] == '\n')
                return Encoding.ASCII.GetString([.. line]).TrimEnd('\r');
            line.Add(next[0]);
        }

        return null;
    }
}
