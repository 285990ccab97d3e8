using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Reach.Carrying;

/// <summary>
/// Who reaches an accessor, by the tables in a compilation and in the assemblies that it references. To look a member up that reaches none costs
/// little. Safe for concurrent use; lives as long as its compilation.
/// </summary>
public sealed class ReachIndex
{
    private const int LongestChain = 10_000;
    private readonly Dictionary<string, Dictionary<string, ReachLine>> direct = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Accessor, ReachLine Line)>> lines = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> constructed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ReachChain>> named = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ReachChain>> dispatched = new(SymbolEqualityComparer.Default);

    private ReachIndex()
    {
    }

    /// <summary>Whether nothing reaches an accessor.</summary>
    public bool IsEmpty => lines.Count == 0;

    /// <summary>Reads the tables. One serves all questions about a compilation.</summary>
    public static ReachIndex Of(Compilation compilation)
    {
        var index = new ReachIndex();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols.Append(compilation.Assembly).Where(AssemblyReach.KnowsAnnotations))
        {
            foreach (var table in AssemblyReach.TablesOf(assembly))
            {
                index.Add(table, assembly.Name);
            }
        }

        return index;
    }

    /// <summary>Whether a member could be in the tables, by its name.</summary>
    public bool MayReach(ISymbol callee) =>
        callee is IMethodSymbol { MethodKind: MethodKind.Constructor } ? constructed.Contains(callee.ContainingType.Name) : names.Contains(callee.Name);

    /// <summary>How a call of a member reaches accessors, the nearest first; empty where it reaches none.</summary>
    /// <param name="callee">What is called.</param>
    /// <param name="isVirtual">Whether an override or an implementation may run instead.</param>
    public ImmutableArray<ReachChain> Find(ISymbol callee, bool isVirtual) =>
        MayReach(callee) ? (isVirtual ? dispatched : named).GetOrAdd(callee.OriginalDefinition, symbol => Chains(symbol, isVirtual)) : [];

    private void Add(ReachTable table, string assembly)
    {
        if (!direct.TryGetValue(table.Accessor, out var members))
        {
            direct.Add(table.Accessor, members = new(StringComparer.Ordinal));
        }

        foreach (var line in table.Read(assembly))
        {
            if (!lines.TryGetValue(line.Key, out var known))
            {
                lines.Add(line.Key, known = []);
                var id = MemberId.Parse(line.Key)!;
                _ = id.MetadataName == ".ctor" ? constructed.Add(id.TypeName) : names.Add(id.MetadataName);
            }

            known.Add((table.Accessor, line));
            if (!line.IsDispatched && !members.ContainsKey(line.Key))
            {
                members.Add(line.Key, line);
            }
        }
    }

    private ImmutableArray<ReachChain> Chains(ISymbol callee, bool isVirtual)
    {
        if (new MemberKeys().Of(callee) is not { } key || !lines.TryGetValue(key, out var found))
        {
            return [];
        }

        var shortest =
            from entry in found
            where isVirtual || !entry.Line.IsDispatched
            let chain = new ReachChain(entry.Accessor, ChainFrom(entry.Accessor, entry.Line))
            group chain by chain.AccessorKey into chains
            select chains.OrderBy(chain => chain.Members.Length).ThenBy(chain => string.Concat(chain.Members), StringComparer.Ordinal).First();
        return [.. shortest.OrderBy(chain => chain.Members.Length).ThenBy(chain => chain.AccessorKey, StringComparer.Ordinal)];
    }

    /// <summary>Ends early where the table of another assembly is not at hand, or makes no sense.</summary>
    private ImmutableArray<string> ChainFrom(string accessor, ReachLine line)
    {
        var chain = ImmutableArray.CreateBuilder<string>();
        chain.Add(line.Key);
        for (var next = line.NextKey; next is not null && chain.Count < LongestChain;)
        {
            chain.Add(next);
            next = direct[accessor].TryGetValue(next, out var following) ? following.NextKey : null;
        }

        return chain.ToImmutable();
    }
}
