using ExplicitContext.Model;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Reach;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Oracle.Tests.Comparison;

/// <summary>What the toolkit says: reach over the sources, put into the terms of built code.</summary>
internal sealed class SourceReach
{
    private readonly CodeBase code;
    private readonly Dictionary<string, Compilation> byAssembly;

    public SourceReach(CodeBase code)
    {
        this.code = code;
        byAssembly = code.Compilations.ToDictionary(compilation => compilation.AssemblyName!);
        Graph = ReachGraph.Build(code.Compilations.SelectMany(compilation =>
        {
            var contexts = ContextModel.Create(compilation, ContextConfiguration.Parse([new("ExplicitContext.txt", code.Configuration)]), CancellationToken.None);
            return compilation.SyntaxTrees.AsParallel().Select(tree => TreeSummarizer.Summarize(compilation.GetSemanticModel(tree), contexts, CancellationToken.None));
        }));
    }

    public ReachGraph Graph { get; }

    /// <summary>The accessors that the sources name.</summary>
    public IEnumerable<string> Accessors => Graph.Members.SelectMany(member => member.Reads.Items).Select(read => read.AccessorKey).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The methods that reach an accessor, by their keys in built code, each with a chain.</summary>
    public IReadOnlyDictionary<string, string> Reach(string accessorKey)
    {
        var reach = Graph.Reach(accessorKey, DispatchMode.Virtual);
        var methods = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in reach.Members.Keys)
        {
            foreach (var built in Built(key))
                methods.TryAdd(built, string.Join(" > ", reach.ChainFrom(key).Select(member => member.Key)));
        }

        return methods;
    }

    public ISymbol? SymbolOf(string key) =>
        byAssembly.TryGetValue(key.Split('/')[0], out var compilation) ? DocumentationCommentId.GetFirstSymbolForDeclarationId(MemberKeys.DocumentationIdOf(key), compilation) : null;

    /// <summary>
    /// The methods of built code that hold what a member's source says: an initialiser is part of its type's constructors, which reach it anyhow,
    /// or of the static one; a member of an extension block is a static method.
    /// </summary>
    private IEnumerable<string> Built(string key)
    {
        var symbol = SymbolOf(key);
        if (symbol is not null and not IMethodSymbol)
            return symbol.IsStatic ? [$"{key.Split('/')[0]}/{symbol.ContainingType.GetDocumentationCommentId()!.Replace("T:", "M:")}.#cctor"] : [];
        return (symbol as IMethodSymbol)?.AssociatedExtensionImplementation is { } implementation
            ? [$"{key.Split('/')[0]}/{implementation.OriginalDefinition.GetDocumentationCommentId()}"]
            : [key];
    }
}
