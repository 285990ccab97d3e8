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
    private readonly Dictionary<string, List<(string DeclaringType, ReachLine Line)>> lines = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> constructed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<(ReachChain Chain, INamedTypeSymbol? Implementing, bool IsDispatched)>> chains = new(SymbolEqualityComparer.Default);
    private readonly Compilation compilation;

    private ReachIndex(Compilation compilation) => this.compilation = compilation;

    /// <summary>Whether nothing reaches an accessor.</summary>
    public bool IsEmpty => lines.Count == 0;

    /// <summary>Reads the tables. One serves all questions about a compilation.</summary>
    public static ReachIndex Of(Compilation compilation)
    {
        var index = new ReachIndex(compilation);
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
        callee is IMethodSymbol { MethodKind: MethodKind.Constructor } ? constructed.Contains(callee.ContainingType.Name) : names.Contains(LastPart(callee.Name));

    /// <summary>How a call reaches accessors, the nearest first; empty where it reaches none.</summary>
    public ImmutableArray<ReachChain> Find(MemberCall call)
    {
        if (!MayReach(call.Callee) || chains.GetOrAdd(call.Callee.OriginalDefinition, ChainsOf) is not { IsEmpty: false } found)
        {
            return [];
        }

        // They come in the order of their length.
        var shortest = ImmutableArray.CreateBuilder<ReachChain>();
        foreach (var (chain, implementing, isDispatched) in found)
        {
            if ((!isDispatched || (call.IsVirtual && Receivers.MayRun(call, implementing))) && shortest.All(known => known.AccessorKey != chain.AccessorKey))
            {
                shortest.Add(chain);
            }
        }

        return shortest.ToImmutable();
    }

    /// <summary>The name of an explicit implementation begins with that of the interface, which symbols and documentation IDs write in different ways.</summary>
    private static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private void Add(ReachTable table, string assembly)
    {
        if (!direct.TryGetValue(table.DeclaringType, out var members))
        {
            direct.Add(table.DeclaringType, members = new(StringComparer.Ordinal));
        }

        foreach (var line in table.Read(assembly))
        {
            if (!lines.TryGetValue(line.Key, out var known))
            {
                lines.Add(line.Key, known = []);
                var id = MemberId.Parse(line.Key)!;
                _ = id.MetadataName == ".ctor" ? constructed.Add(id.TypeName) : names.Add(LastPart(id.MetadataName));
            }

            known.Add((table.DeclaringType, line));
            if (!line.IsDispatched && !members.ContainsKey(line.Key))
            {
                members.Add(line.Key, line);
            }
        }
    }

    private ImmutableArray<(ReachChain Chain, INamedTypeSymbol? Implementing, bool IsDispatched)> ChainsOf(ISymbol callee) =>
        new MemberKeys().Of(callee) is { } key && lines.TryGetValue(key, out var found)
            ?
            [
                .. found.Select(entry => (Chain: ChainFrom(entry.DeclaringType, entry.Line), entry.Line))
                    .OrderBy(entry => entry.Chain.Members.Length)
                    .ThenBy(entry => entry.Chain.AccessorKey, StringComparer.Ordinal)
                    .ThenBy(entry => string.Concat(entry.Chain.Members), StringComparer.Ordinal)
                    .Select(entry => (entry.Chain, entry.Line.IsDispatched ? TypeOf(entry.Line.NextKey) : null, entry.Line.IsDispatched)),
            ]
            : [];

    private INamedTypeSymbol? TypeOf(string key) => MemberId.Parse(key) is { } member
        ? DocumentationCommentId.GetFirstSymbolForDeclarationId("T:" + member.Type, compilation) as INamedTypeSymbol
        : null;

    /// <summary>Where the table of another assembly is not at hand, or makes no sense, the way ends early, and of the accessor no more is known than its type.</summary>
    private ReachChain ChainFrom(string declaringType, ReachLine line)
    {
        var chain = ImmutableArray.CreateBuilder<string>();
        chain.Add(line.Key);
        while (line.Step != ReachStep.Reads)
        {
            chain.Add(line.NextKey);
            if (chain.Count == LongestChain || !direct[declaringType].TryGetValue(line.NextKey, out line!))
            {
                return new(declaringType, chain.ToImmutable());
            }
        }

        return new(line.NextKey, chain.ToImmutable());
    }
}
