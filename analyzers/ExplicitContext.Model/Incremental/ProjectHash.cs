using System.Collections.Immutable;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Reach.Inference;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Incremental;

/// <summary>Hashes of what a result depends on besides the files of the compilation.</summary>
internal static class ProjectHash
{
    /// <summary>The options, the configuration and the references.</summary>
    public static ulong Of(Compilation compilation, ContextConfiguration configuration, ImmutableArray<ReferenceFacts> referenced)
    {
        var options = compilation.Options;
        var hash = Fingerprint.Empty
            .Add(compilation.AssemblyName ?? "")
            .Add((ulong)options.OutputKind)
            .Add(options.MainTypeName ?? "")
            .Add((ulong)options.NullableContextOptions)
            .Add(options.CheckOverflow ? 1UL : 0);
        hash = configuration.Entries.Items.Aggregate(hash, (sum, entry) => sum.Add(entry.ToString()));
        return referenced.Aggregate(hash, (sum, reference) => sum.Add(reference.Hash)).Value;
    }

    /// <summary>A sum, so that the order of the files does not count.</summary>
    public static ulong Sum(IEnumerable<ulong> hashes) => hashes.Aggregate(0UL, (sum, hash) => sum + new Fingerprint(hash).Add(1).Value);
}
