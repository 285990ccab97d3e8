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
            NamesConstructors |= NamesConstructor(entry);
            if (Add(compilation, order, entry) is { } problem && !entry.IsOfPack)
            {
                problems.Add(problem);
            }
        }

        problems.AddRange(EntryOrder.EntriesWithoutEffect(configuration.Entries.Items, exact));
        Problems = problems.ToImmutable();
    }

    /// <summary>The malformed lines, those whose ID names nothing here, and those without effect.</summary>
    public ImmutableArray<ConfigurationProblem> Problems { get; }

    /// <summary>Whether any entry speaks of a constructor; where none does, nobody need ask.</summary>
    public bool NamesConstructors { get; }

    /// <summary>The symbols that entries without wildcards name.</summary>
    public IEnumerable<(ISymbol Symbol, ConfigurationEntry Entry)> ExactSymbols =>
        exact.SelectMany(pair => pair.Value.Select(order => (pair.Key, configuration.Entries[order])));

    /// <summary>
    /// What the entries of this kind say of the symbol together: each adds to what was said before, and the last word on an option counts. Null where none speaks of
    /// it, or where all that was said is taken back.
    /// </summary>
    public ConfigurationEntry? Find(ISymbol symbol, EntryKind kind)
    {
        if (configuration.Entries.Count == 0)
        {
            return null;
        }

        ConfigurationEntry? found = null;
        foreach (var order in OrdersOf(symbol, kind))
        {
            var entry = configuration.Entries[order];
            found = entry.TakesBack ? null : found is null ? entry : entry.Over(found);
        }

        return found;
    }

    private IEnumerable<int> OrdersOf(ISymbol symbol, EntryKind kind)
    {
        var orders = exact.TryGetValue(symbol, out var named) ? named.Where(order => configuration.Entries[order].Kind == kind) : [];
        string? id = null;
        var matching = patterns.Where(pattern => configuration.Entries[pattern.Order].Kind == kind
            && (id ??= symbol.GetDocumentationCommentId() ?? "") is { Length: > 0 } && pattern.Pattern.IsMatch(id)).Select(pattern => pattern.Order);
        return orders.Concat(matching).OrderBy(order => order);
    }

    private ConfigurationProblem? Add(Compilation compilation, int order, ConfigurationEntry entry)
    {
        if (entry.HasWildcard)
        {
            var pattern = new EntryPattern(entry.Id);
            patterns.Add((order, pattern));
            return IsInSight(compilation, pattern.Container) ? null : NamesNothing(entry, ConfigurationProblemKind.NotInSight);
        }

        var symbols = DocumentationCommentId.GetSymbolsForDeclarationId(entry.Id, compilation);
        foreach (var symbol in symbols)
        {
            if (!exact.TryGetValue(symbol, out var orders))
            {
                exact.Add(symbol, orders = []);
            }

            orders.Add(order);
        }

        return symbols.IsEmpty
            ? NamesNothing(entry, IsInSight(compilation, EntryPattern.ContainerOf(entry.Id)) ? ConfigurationProblemKind.DoesNotResolve : ConfigurationProblemKind.NotInSight)
            : entry.Kind == EntryKind.Ambient && !symbols.Any(CanBeAmbient)
                ? ProblemAt(entry, ConfigurationProblemKind.DoesNotResolve, $"'{entry.Id}' is an instance member; an ambient accessor is static. Name the static member through which the instance is found, or remove the line.")
                : null;
    }

    private static bool CanBeAmbient(ISymbol symbol) => symbol.IsStatic || symbol is IMethodSymbol { MethodKind: MethodKind.Constructor };

    private static bool NamesConstructor(ConfigurationEntry entry) =>
        entry.Kind == EntryKind.Ambient && entry.Id.IndexOf(".#ctor", StringComparison.Ordinal) >= 0;

    private static bool IsInSight(Compilation compilation, string container) =>
        container.Length == 0
        || DocumentationCommentId.GetFirstSymbolForDeclarationId("N:" + container, compilation) is not null
        || DocumentationCommentId.GetFirstSymbolForDeclarationId("T:" + container, compilation) is not null;

    private static ConfigurationProblem NamesNothing(ConfigurationEntry entry, ConfigurationProblemKind kind) => ProblemAt(
        entry,
        kind,
        $"'{entry.Id}' names nothing in this compilation. Check the spelling and the prefix (T: type, P: property, F: field, M: method, E: event), or remove the line.");

    private static ConfigurationProblem ProblemAt(ConfigurationEntry entry, ConfigurationProblemKind kind, string message) =>
        new(entry.Path, entry.Line, entry.Column, entry.Id.Length, kind, message);
}
