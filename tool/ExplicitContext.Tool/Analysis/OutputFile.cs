using System.Text;
using ExplicitContext.Migration;

namespace ExplicitContext.Tool.Analysis;

/// <summary>Writes a file as a whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Writes UTF-8 without a byte order mark. Until all of it is written, what stood there before stands.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var unfinished = path + ".tmp";
        try
        {
            await File.WriteAllTextAsync(unfinished, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            File.Delete(unfinished);
            if (error is OperationCanceledException) throw;
            throw new InputException($"{path}: the file cannot be written: {error.Message} Name a file in an existing folder that may be written.");
        }
    }
}
