using System.Collections.Concurrent;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Rewriting.Stored;

namespace ExplicitContext.Model.Rewriting.Incremental;

/// <summary>What is known of one file, each by a key for all else that it depends on. Holds values alone. Safe for concurrent use.</summary>
internal sealed class KnownFile
{
    private readonly Recent<ulong, ConcurrentDictionary<SymbolId, StoredBody>> bodies = new(capacity: 2);

    /// <summary>The harm that a generated file does by not compiling.</summary>
    public Recent<ulong, StoredHarms> Errors { get; } = new(capacity: 2);

    /// <summary>The harm that is done to a file where names in it come to mean something else.</summary>
    public Recent<ulong, StoredHarms> NamedUses { get; } = new(capacity: 4);

    /// <summary>The same of constructions and element accesses.</summary>
    public Recent<ulong, StoredHarms> UnnamedUses { get; } = new(capacity: 4);

    /// <summary>The harm that is done to reflection in a file.</summary>
    public Recent<ulong, StoredHarms> Lookups { get; } = new(capacity: 4);

    /// <summary>The bodies that were bound, by the members that run them.</summary>
    public ConcurrentDictionary<SymbolId, StoredBody> Bodies(ulong key)
    {
        lock (bodies)
        {
            return bodies.GetOrAdd(key, () => new());
        }
    }
}
