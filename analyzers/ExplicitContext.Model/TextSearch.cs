using System.Buffers;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model;

/// <summary>Looks for words in a text without making one string of it.</summary>
public static class TextSearch
{
    private const int ChunkLength = 16 * 1024;

    /// <summary>Whether one of the words stands in the text, as it is written and in whatever surroundings.</summary>
    public static bool ContainsAny(this SourceText text, IReadOnlyCollection<string> words)
    {
        var overlap = words.Max(word => word.Length);
        var chunk = ArrayPool<char>.Shared.Rent(ChunkLength);
        try
        {
            // Chunks overlap, so that a word on the border is whole in one of them.
            for (var start = 0; start < text.Length; start += ChunkLength - overlap)
            {
                var length = Math.Min(ChunkLength, text.Length - start);
                text.CopyTo(start, chunk, 0, length);
                foreach (var word in words)
                {
                    if (chunk.AsSpan(0, length).IndexOf(word.AsSpan()) >= 0)
                    {
                        return true;
                    }
                }
            }

            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chunk);
        }
    }
}
