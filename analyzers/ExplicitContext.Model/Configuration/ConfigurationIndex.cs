using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Configuration;

/// <summary>The configuration looked up in one compilation: which entry speaks of which symbol.</summary>
internal sealed class ConfigurationIndex
{
    private readonly Dictionary<ISymbol, List<int>> exact = new(SymbolEqualityComparer.Default);
    private readonly List<(int Order, EntryPattern Pattern)> patterns = [];
    private readonly ContextConfiguration configuration;

    public ConfigurationIndex(Compilation compilation, ContextConfiguration configuration)
    {
        this.configuration = configuration;
        var problems = configuration.Problems.Items.ToBuilder();
        for (var order = 0; order < configuration.Entries.Count; order++)
        {
            var entry = configuration.Entries[order];
            if ((entry.HasWildcard ? FaultOfPattern(compilation, order, entry) : FaultOfId(compilation, order, entry)) is { } fault)
            {
                problems.Add(new(entry.Path, entry.Line, entry.Column, entry.Id.Length, ConfigurationProblemKind.DoesNotResolve, fault));
            }
        }

        Problems = problems.ToImmutable();
    }

    /// <summary>The malformed lines and those whose ID names nothing here.</summary>
    public ImmutableArray<ConfigurationProblem> Problems { get; }

    /// <summary>The symbols that entries without wildcards name.</summary>
    public IEnumerable<(ISymbol Symbol, ConfigurationEntry Entry)> ExactSymbols =>
        exact.SelectMany(pair => pair.Value.Select(order => (pair.Key, configuration.Entries[order])));

    /// <summary>The last entry of this kind that speaks of the symbol, unless it takes back what was said before.</summary>
    public ConfigurationEntry? Find(ISymbol symbol, EntryKind kind)
    {
        if (configuration.Entries.Count == 0)
        {
            return null;
        }

        var last = -1;
        if (exact.TryGetValue(symbol, out var orders))
        {
            last = orders.Where(order => configuration.Entries[order].Kind == kind).DefaultIfEmpty(-1).Max();
        }

        string? id = null;
        foreach (var (order, pattern) in patterns)
        {
            if (order > last && configuration.Entries[order].Kind == kind
                && (id ??= symbol.GetDocumentationCommentId() ?? "") is { Length: > 0 } && pattern.IsMatch(id))
            {
                last = order;
            }
        }

        return last < 0 || configuration.Entries[last].TakesBack ? null : configuration.Entries[last];
    }

    private string? FaultOfId(Compilation compilation, int order, ConfigurationEntry entry)
    {
        var symbols = DocumentationCommentId.GetSymbolsForDeclarationId(entry.Id, compilation);
        foreach (var symbol in symbols)
        {
            if (!exact.TryGetValue(symbol, out var orders))
            {
                exact.Add(symbol, orders = []);
            }

            orders.Add(order);
        }

        return symbols.IsEmpty ? NamesNothing(entry)
            : entry.Kind == EntryKind.Ambient && !symbols.Any(symbol => symbol.IsStatic) ? $"'{entry.Id}' is an instance member; an ambient accessor is static. Name the static member through which the instance is found, or remove the line."
            : null;
    }

    private string? FaultOfPattern(Compilation compilation, int order, ConfigurationEntry entry)
    {
        var pattern = new EntryPattern(entry.Id);
        patterns.Add((order, pattern));
        return pattern.Container.Length == 0
            || DocumentationCommentId.GetFirstSymbolForDeclarationId("N:" + pattern.Container, compilation) is not null
            || DocumentationCommentId.GetFirstSymbolForDeclarationId("T:" + pattern.Container, compilation) is not null
                ? null
                : NamesNothing(entry);
    }

    private static string NamesNothing(ConfigurationEntry entry) =>
        $"'{entry.Id}' names nothing in this compilation. Check the spelling and the prefix (T: type, P: property, F: field, M: method, E: event), or remove the line.";
}
