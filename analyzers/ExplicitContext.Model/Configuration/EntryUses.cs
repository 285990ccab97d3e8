using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Configuration;

/// <summary>
/// Finds out which entries name something of another assembly that the code of this compilation never mentions. Files may be visited at the same time. It looks at names
/// first and binds only those that an entry has, until each entry was found once.
/// </summary>
/// <remarks>
/// Taken for used without looking: what this compilation declares, since a library declares for its users; what is inside of a namespace given by wildcard; audits; and every entry
/// whose name stands in code that the preprocessor leaves out, since another target framework may use it.
/// </remarks>
public sealed class EntryUses
{
    private readonly Dictionary<string, List<Candidate>> candidates = new(StringComparer.Ordinal);
    private int open;

    /// <summary>Begins with all entries that can be judged.</summary>
    /// <param name="contexts">The configuration, looked up in the compilation.</param>
    /// <param name="isJudged">Whether the file at a path is to be judged at all.</param>
    public EntryUses(ContextModel contexts, Func<string, bool> isJudged)
    {
        foreach (var entry in contexts.Configuration.Entries.Items.Where(entry => !entry.TakesBack && !entry.IsOfPack && isJudged(entry.Path)))
        {
            if (EntryNames.Of(entry, contexts) is { IsEmpty: false } names)
            {
                Register(new(entry, names));
                open++;
            }
        }
    }

    /// <summary>Whether no entry is to be judged, or each was found.</summary>
    public bool IsSettled => Volatile.Read(ref open) <= 0;

    /// <summary>The lines that no visited file has a use for.</summary>
    public IEnumerable<ConfigurationProblem> Unused => candidates.Values.SelectMany(named => named).Distinct()
        .Where(candidate => !candidate.IsUsed)
        .Select(candidate => candidate.Entry)
        .Select(entry => new ConfigurationProblem(
            entry.Path,
            entry.Line,
            entry.Column,
            entry.Id.Length,
            ConfigurationProblemKind.NoEffect,
            $"'{entry.Id}' is never used in this project, so the line guards nothing here. Remove it, or move it to the project that uses it."));

    /// <summary>Looks for uses in a file.</summary>
    public void Visit(SemanticModel model, CancellationToken cancellationToken)
    {
        if (IsSettled)
        {
            return;
        }

        var root = model.SyntaxTree.GetRoot(cancellationToken);
        foreach (var token in root.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && candidates.TryGetValue(token.ValueText, out var named) && token.Parent is SimpleNameSyntax name)
            {
                foreach (var candidate in named.Where(candidate => !candidate.IsUsed && MayMean(candidate, model.GetSymbolInfo(name, cancellationToken))))
                {
                    Settle(candidate);
                }
            }
        }

        if (root.ContainsDirectives)
        {
            VisitDisabled(root);
        }
    }

    private void VisitDisabled(SyntaxNode root)
    {
        foreach (var trivia in root.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia)))
        {
            var text = trivia.ToString();
            foreach (var candidate in candidates.Where(pair => text.IndexOf(pair.Key, StringComparison.Ordinal) >= 0).SelectMany(pair => pair.Value))
            {
                Settle(candidate);
            }
        }
    }

    private static bool MayMean(Candidate candidate, SymbolInfo info) =>
        info.Symbol is { } symbol ? Means(candidate, symbol) : info.CandidateSymbols.IsEmpty || info.CandidateSymbols.Any(possible => Means(candidate, possible));

    private static bool Means(Candidate candidate, ISymbol symbol) => candidate.Names.Any(wanted =>
        SymbolEqualityComparer.Default.Equals(wanted, symbol.OriginalDefinition)
        || (wanted is INamedTypeSymbol && SymbolEqualityComparer.Default.Equals(wanted, symbol.OriginalDefinition.ContainingType)));

    private void Settle(Candidate candidate)
    {
        if (candidate.TryUse())
        {
            Interlocked.Decrement(ref open);
        }
    }

    private void Register(Candidate candidate)
    {
        foreach (var name in candidate.Names.Select(symbol => symbol.Name).Distinct())
        {
            if (!candidates.TryGetValue(name, out var named))
            {
                candidates.Add(name, named = []);
            }

            named.Add(candidate);
        }
    }

    private sealed class Candidate(ConfigurationEntry entry, ImmutableArray<ISymbol> names)
    {
        private int used;

        public ConfigurationEntry Entry { get; } = entry;

        /// <summary>What the code has to mention for the entry to be used: the member or type, or the type of a constructor.</summary>
        public ImmutableArray<ISymbol> Names { get; } = names;

        public bool IsUsed => Volatile.Read(ref used) != 0;

        public bool TryUse() => Interlocked.Exchange(ref used, 1) == 0;
    }
}
