using System.Collections.Immutable;
using ExplicitContext.Model.Baseline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Reporting;

/// <summary>What the baseline records of the rules of one analyzer. Immutable.</summary>
internal sealed class RecordedDebt
{
    private readonly ILookup<string, (AdditionalText File, BaselineEntry Entry)> entries;
    private readonly ImmutableHashSet<string> typeNames;

    private RecordedDebt(IEnumerable<(AdditionalText File, BaselineEntry Entry)> entries, AnalyzerConfigOptions options)
    {
        this.entries = entries.ToLookup(recorded => recorded.Entry.Key.Member, StringComparer.Ordinal);
        typeNames = [.. this.entries.Select(member => TypeNameOf(member.Key))];
        StaleSeverity = StaleEntry.SeverityUnder(options);
        JudgesStale = !options.IsTrue(HostOptions.BaselineIsShared);
    }

    /// <summary>How severe a stale entry is.</summary>
    public DiagnosticSeverity StaleSeverity { get; }

    /// <summary>Whether this compilation alone can tell that an entry is stale: another target framework may hold what this one lacks.</summary>
    public bool JudgesStale { get; }

    /// <summary>Every recorded entry with its file.</summary>
    public IEnumerable<(AdditionalText File, BaselineEntry Entry)> All => entries.SelectMany(member => member);

    /// <summary>What is recorded of some rules; null where that is nothing, so that whoever has no debt pays nothing.</summary>
    public static RecordedDebt? Of(CompilationStartAnalysisContext start, ImmutableArray<DiagnosticDescriptor> rules)
    {
        var recorded = Baselines.Of(start)
            .SelectMany(baseline => baseline.Content.Entries.Items.Select(entry => (baseline.File, Entry: entry)))
            .Where(recorded => rules.Any(rule => rule.Id == recorded.Entry.Key.Rule))
            .ToImmutableArray();
        return recorded.IsEmpty ? null : new(recorded, start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
    }

    /// <summary>The entries of a member's body, or of its declaration. A first look at the name of its type spares clean types the rest.</summary>
    public ImmutableArray<(AdditionalText File, BaselineEntry Entry)> Of(ISymbol member, bool declaration)
    {
        var type = (member as INamedTypeSymbol ?? member.ContainingType)?.Name ?? "";
        return type.Length > 0 && type[0] != '<' && !typeNames.Contains(type)
            ? []
            : [.. entries[BaselineKeys.OfMember(member)].Where(recorded => recorded.Entry.Key.IsOfDeclaration == declaration)];
    }

    private static string TypeNameOf(string member)
    {
        var type = BaselineMembers.ContainerOf(member);
        var name = type.Substring(type.LastIndexOf('.') + 1);
        var arity = name.IndexOf('`');
        return arity < 0 ? name : name.Substring(0, arity);
    }
}
