using System.Runtime.CompilerServices;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers;

/// <summary>The models of the compilations that hold one text. Safe for concurrent use; keeps no compilation alive.</summary>
internal sealed class SharedModels
{
    private readonly ConditionalWeakTable<Compilation, Entry> entries = new();

    /// <summary>The model of a compilation; made anew where its additional files have changed.</summary>
    public ContextModel Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        lock (entries)
        {
            if (entries.TryGetValue(compilation, out var entry) && entry.Files.SequenceEqual(options.AdditionalFiles))
                return entry.Model;

            entry = new(options.AdditionalFiles, ContextModels.Create(compilation, options, cancellationToken));
            entries.Remove(compilation);
            entries.Add(compilation, entry);
            return entry.Model;
        }
    }

    private sealed record Entry(IReadOnlyList<AdditionalText> Files, ContextModel Model);
}
