using ExplicitContext.Model;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Reach;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Oracle.Tests.Comparison;

/// <summary>What the toolkit says: reach over the sources, put into the terms of built code.</summary>
internal sealed class SourceReach
{
    private readonly Dictionary<string, Compilation> byAssembly;
    private readonly IReadOnlyList<TreeSummary> summaries;
    private readonly Dictionary<string, IReadOnlyList<string>> built = new(StringComparer.Ordinal);

    public SourceReach(CodeBase code)
    {
        byAssembly = code.Compilations.ToDictionary(compilation => compilation.AssemblyName!);
        summaries = [.. code.Compilations.SelectMany(compilation =>
        {
            var contexts = ContextModel.Create(compilation, ContextConfiguration.Parse([new("ExplicitContext.txt", code.Configuration)]), CancellationToken.None);
            return compilation.SyntaxTrees.AsParallel().Select(tree => TreeSummarizer.Summarize(compilation.GetSemanticModel(tree), contexts, CancellationToken.None));
        })];
        Graph = ReachGraph.Build(summaries);
    }

    public ReachGraph Graph { get; }

    /// <summary>The accessors that the sources name.</summary>
    public IEnumerable<string> Accessors => Graph.Members.SelectMany(member => member.Reads.Items).Select(read => read.AccessorKey).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The methods that reach an accessor, by their keys in built code, each with the one that it reaches it through.</summary>
    /// <param name="accessorKey">The accessor.</param>
    /// <param name="leftOut">Edges that do not count, each from the caller to what it calls.</param>
    public IReadOnlyDictionary<string, string?> Reach(string accessorKey, IReadOnlySet<(string, string?)> leftOut)
    {
        var reach = (leftOut.Count == 0 ? Graph : Without(leftOut)).Reach(accessorKey, DispatchMode.Virtual);
        var methods = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (key, reached) in reach.Members)
        {
            var next = reached.NextKey;
            while (next is not null && !Built(next).Any())
                next = reach.Members[next].NextKey;
            foreach (var built in Built(key))
                methods.TryAdd(built, next is null ? null : Built(next).First());
        }

        return methods;
    }

    public ISymbol? SymbolOf(string key) =>
        byAssembly.TryGetValue(key.Split('/')[0], out var compilation) ? DocumentationCommentId.GetFirstSymbolForDeclarationId(MemberKeys.DocumentationIdOf(key), compilation) : null;

    /// <summary>
    /// The methods of built code that hold what a member's source says: an initialiser is part of its type's constructors, which reach it anyhow,
    /// or of the static one; a member of an extension block is a static method.
    /// </summary>
    private IReadOnlyList<string> Built(string key)
    {
        if (!built.TryGetValue(key, out var keys))
            built.Add(key, keys = FindBuilt(key));
        return keys;
    }

    private IReadOnlyList<string> FindBuilt(string key)
    {
        var symbol = SymbolOf(key);
        if (symbol is not null and not IMethodSymbol)
            return symbol.IsStatic ? [$"{key.Split('/')[0]}/{symbol.ContainingType.GetDocumentationCommentId()!.Replace("T:", "M:")}.#cctor"] : [];
        return (symbol as IMethodSymbol)?.AssociatedExtensionImplementation is { } implementation
            ? [$"{key.Split('/')[0]}/{implementation.OriginalDefinition.GetDocumentationCommentId()}"]
            : [key];
    }

    /// <summary>The graph without some calls. Which overrides a call stands for is not known here, so that all calls of the callee's name go.</summary>
    private ReachGraph Without(IReadOnlySet<(string Caller, string? Callee)> leftOut) => ReachGraph.Build(summaries.Select(summary => summary with
    {
        Members = new([.. summary.Members.Items.Select(member => member with
        {
            Reads = leftOut.Contains((member.Key, null)) ? new([]) : member.Reads,
            Calls = new([.. member.Calls.Items.Where(call => !leftOut.Any(edge => edge.Caller == member.Key && edge.Callee is not null && NameOf(edge.Callee) == NameOf(call.CalleeKey)))]),
        })]),
    }));

    private static string NameOf(string key) => key.Split('(')[0] is var name ? name[(name.LastIndexOf('.') + 1)..] : "";
}
