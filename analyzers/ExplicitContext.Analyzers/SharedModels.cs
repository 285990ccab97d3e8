using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers;

/// <summary>The models of the compilations that hold one text. Safe for concurrent use; keeps no compilation alive.</summary>
internal sealed class SharedModels
{
    private readonly ConditionalWeakTable<Compilation, Entry> entries = new();

    /// <summary>The model of a compilation; made anew where its additional files have changed.</summary>
    public ContextModel Of(Compilation compilation, ImmutableArray<AdditionalText> files, Func<ContextModel> create)
    {
        lock (entries)
        {
            if (entries.TryGetValue(compilation, out var entry) && entry.Files.SequenceEqual(files))
                return entry.Model;

            entry = new(files, create());
            entries.Remove(compilation);
            entries.Add(compilation, entry);
            return entry.Model;
        }
    }

    private sealed record Entry(ImmutableArray<AdditionalText> Files, ContextModel Model);
}
