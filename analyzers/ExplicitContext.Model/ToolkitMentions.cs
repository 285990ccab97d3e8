using System.Buffers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model;

/// <summary>Tells, without binding anything, whether code can use the annotations: whoever does names their namespace somewhere.</summary>
public static class ToolkitMentions
{
    private const int ChunkLength = 16 * 1024;

    /// <summary>Whether a text names the namespace of the annotations.</summary>
    public static bool In(SourceText text)
    {
        var chunk = ArrayPool<char>.Shared.Rent(ChunkLength);
        try
        {
            // Chunks overlap, so that a name on the border is whole in one of them.
            for (var start = 0; start < text.Length; start += ChunkLength - KnownAttributes.Namespace.Length)
            {
                var length = Math.Min(ChunkLength, text.Length - start);
                text.CopyTo(start, chunk, 0, length);
                if (chunk.AsSpan(0, length).IndexOf(KnownAttributes.Namespace.AsSpan()) >= 0)
                {
                    return true;
                }
            }

            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chunk);
        }
    }

    /// <summary>Whether a referenced assembly, apart from that of the annotations, was compiled with them or declares them itself.</summary>
    internal static bool InReferences(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly => assembly.Name != KnownAttributes.Assembly && In(assembly));

    /// <summary>Whether an assembly was compiled with the annotations or declares them.</summary>
    internal static bool In(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == KnownAttributes.Assembly))
        || assembly.GetTypeByMetadataName($"{KnownAttributes.Namespace}.{KnownAttributes.AmbientAccessor}") is not null;
}
