using System.Collections.Immutable;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Reach.Carrying;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Reach.Inference;

/// <summary>Joins the summaries of a compilation with the tables of the assemblies it references, and writes its own tables.</summary>
internal sealed class ReachJoin
{
    private readonly Compilation compilation;
    private readonly string assembly;
    private readonly bool hasFriends;
    private readonly HashSet<(string DeclaringType, string Key, string NextKey)> dispatchedElsewhere = [];
    private readonly ReachGraph graph;

    private ReachJoin(Compilation compilation, IReadOnlyCollection<MemberSummary> inside, Lazy<DispatchEdges> dispatch, ImmutableArray<ReferenceFacts> referenced)
    {
        this.compilation = compilation;
        assembly = compilation.Assembly.Name;
        hasFriends = compilation.Assembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");
        var outside = Outside(referenced).ToList();
        Accessors = [.. inside.Concat(outside).SelectMany(member => member.Reads.Items).Select(read => read.AccessorKey).Distinct().OrderBy(key => key, StringComparer.Ordinal)];

        // An accessor is as far as a chain goes: who uses it uses it, whatever it is made of.
        var accessors = new HashSet<string>(Accessors, StringComparer.Ordinal);
        inside = [.. inside.Select(member => accessors.Contains(member.OwnerKey) ? member with { IsBoundary = true } : member)];
        var known = inside.Count == 0 ? new(default, default) : dispatch.Value;
        var edgesOutside = EdgesOutside(referenced).ToList();
        graph = ReachGraph.Build([new("", new([.. inside, .. outside]), new([.. known.Items, .. edgesOutside]), new([.. known.Types.Items, .. TypesOutside(edgesOutside)]))]);
    }

    private ImmutableArray<string> Accessors { get; }

    public static ReachTables Join(Compilation compilation, IReadOnlyCollection<MemberSummary> members, Lazy<DispatchEdges> dispatch, ImmutableArray<ReferenceFacts> referenced, Lazy<ContextModel> contexts)
    {
        var join = new ReachJoin(compilation, members, dispatch, referenced);
        var carried = ImmutableArray.CreateBuilder<ReachTable>();
        var local = ImmutableArray.CreateBuilder<ReachTable>();
        foreach (var ofType in join.Accessors.Where(accessor => !IsCountedOnly(accessor, contexts.Value)).GroupBy(TypeOf))
        {
            var lines = join.LinesOf(ofType.Key, [.. ofType]);
            var seen = join.SeenOutside(lines);
            Add(carried, ofType.Key, lines.Where(seen.Contains));
            Add(local, ofType.Key, lines.Where(line => !seen.Contains(line)));
        }

        return new(new(carried.ToImmutable()), new(local.ToImmutable()));

        void Add(ImmutableArray<ReachTable>.Builder tables, string declaringType, IEnumerable<ReachLine> lines)
        {
            if (lines.Any())
            {
                tables.Add(ReachTable.Create(declaringType, join.assembly, lines));
            }
        }
    }

    // A table shows the nearest accessor of a type; one that is only counted must not stand before one that is held.
    private static bool IsCountedOnly(string accessor, ContextModel contexts) =>
        DocumentationCommentId.GetSymbolsForDeclarationId(MemberKeys.DocumentationIdOf(accessor), contexts.Compilation)
            .Select(contexts.GetAmbientAccessor).FirstOrDefault(known => known is not null) is { IsCountedOnly: true };

    private static string TypeOf(string accessor) => MemberId.IsOfType(accessor) ? accessor : MemberId.Parse(accessor)!.TypeKey;

    private List<ReachLine> LinesOf(string declaringType, HashSet<string> accessors)
    {
        var reach = graph.Reach(member => member.Reads.Items.Any(read => accessors.Contains(read.AccessorKey)), DispatchMode.Virtual);
        return
        [
            .. reach.Members.Values
                .Where(reached => !reached.Member.IsBoundary && IsOwn(reached.Member.Key))
                .Select(reached => reached.NextKey is { } next ? new ReachLine(reached.Member.Key, next) : new(reached.Member.Key, NearestOf(reached.Member), ReachStep.Reads)),
            .. graph.DispatchedTo(reach)
                .Where(edge => !dispatchedElsewhere.Contains((declaringType, edge.Declared, edge.Implementing)))
                .Select(edge => new ReachLine(edge.Declared, edge.Implementing, ReachStep.Dispatches)),
        ];

        string NearestOf(MemberSummary member) => member.Reads.Items.Select(read => read.AccessorKey).Where(accessors.Contains).OrderBy(key => key, StringComparer.Ordinal).First();
    }

    /// <summary>The lines that other assemblies need: of what they can call, and of all that leads on from there.</summary>
    private HashSet<ReachLine> SeenOutside(List<ReachLine> lines)
    {
        var named = lines.Where(line => !line.IsDispatched).ToDictionary(line => line.Key, StringComparer.Ordinal);
        var seen = new HashSet<ReachLine>();
        foreach (var line in lines.Where(IsCallableOutside))
        {
            for (var at = line; at is not null && seen.Add(at);)
            {
                at = named.TryGetValue(at.NextKey, out var found) ? found : null;
            }
        }

        return seen;
    }

    private bool IsCallableOutside(ReachLine line)
    {
        if (!IsOwn(line.Key))
        {
            return true;
        }

        if (!line.IsDispatched && !MemberId.Parse(line.Key)!.IsExplicit && graph.Find(line.Key) is { } member)
        {
            return member.IsPublic || (hasFriends && member.IsVisibleToFriends);
        }

        return DocumentationCommentId.GetFirstSymbolForDeclarationId(MemberKeys.DocumentationIdOf(line.Key), compilation) is { } declared
            && IsCallableOutside(declared.Owner());
    }

    /// <summary>An explicit implementation is called through its interface, on a receiver that is known to be of its type.</summary>
    private bool IsCallableOutside(ISymbol member) => member.IsExternallyVisible(hasFriends) || (ExplicitImplementations.Of(member).Any() && member.ContainingType.IsExternallyVisible(hasFriends));

    private bool IsOwn(string key) => key.StartsWith(assembly + "/", StringComparison.Ordinal);

    /// <summary>The members in the tables of others, as if they were summaries: each reads the accessor, or calls the next member. Where that is not at hand, it reads what the type declares.</summary>
    private static IEnumerable<MemberSummary> Outside(ImmutableArray<ReferenceFacts> referenced)
    {
        var tables = TablesOf(referenced).Select(entry => (entry.Table.DeclaringType, Lines: entry.Table.Read(entry.Assembly))).ToList();
        var known = new HashSet<string>(tables.SelectMany(table => table.Lines).Where(line => !line.IsDispatched).Select(line => line.Key), StringComparer.Ordinal);
        return
            from table in tables
            from line in table.Lines
            where !line.IsDispatched
            let next = line.Step == ReachStep.Calls && known.Contains(line.NextKey) ? line.NextKey : null
            let accessor = line.Step == ReachStep.Reads ? line.NextKey : table.DeclaringType
            select new MemberSummary(
                line.Key,
                line.Key,
                MemberId.Parse(line.Key)!.DisplayName,
                IsPublic: true,
                IsBoundary: false,
                Path: "",
                Line: 0,
                next is null ? new([new(accessor, AmbientUsage.Read, 0, 0)]) : default,
                next is null ? default : new([new(next, IsVirtual: false)]));
    }

    private IEnumerable<DispatchEdge> EdgesOutside(ImmutableArray<ReferenceFacts> referenced)
    {
        foreach (var (name, table) in TablesOf(referenced))
        {
            foreach (var line in table.Read(name).Where(line => line.IsDispatched))
            {
                dispatchedElsewhere.Add((table.DeclaringType, line.Key, line.NextKey));
                yield return new(line.Key, line.NextKey, TypeKey: null);
            }
        }
    }

    /// <summary>The classes of other assemblies whose members stand in for others. What an interface of theirs brings may be in any class.</summary>
    private IEnumerable<TypeBases> TypesOutside(IEnumerable<DispatchEdge> edges)
    {
        var keys = new MemberKeys();
        return
            from typeKey in edges.Select(edge => TypeKeys.OfMember(edge.ImplementingKey)).OfType<string>().Distinct()
            let type = DocumentationCommentId.GetFirstSymbolForDeclarationId(MemberKeys.DocumentationIdOf(typeKey), compilation) as INamedTypeSymbol
            where type is { TypeKind: TypeKind.Class or TypeKind.Struct }
            select DispatchTable.BasesOf(type, typeKey, keys);
    }

    private static IEnumerable<(string Assembly, ReachTable Table)> TablesOf(ImmutableArray<ReferenceFacts> referenced) =>
        referenced.SelectMany(reference => reference.Tables.Select(table => (reference.Assembly, table)));
}
