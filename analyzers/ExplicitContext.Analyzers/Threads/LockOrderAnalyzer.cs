using System.Collections.Immutable;
using ExplicitContext.Analyzers.Flow;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>ECTX4006: in one type, two locks are taken inside of one another in both orders.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockOrderAnalyzer : ContextRuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.LockOrderInverted,
        "Lock order inverted",
        "'{0}' is taken here while '{1}' is held, but elsewhere in '{2}' it is the other way round: take both in one order, '{0}' first",
        RuleCategories.Threads,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Two threads that take two locks in opposite orders can each come to hold what the other waits for.",
        RulePage.For(RuleIds.LockOrderInverted),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    private protected override bool NeedsContexts => false;

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter) =>
        reporter.OnOperationBlocks(new Check(contexts).Analyze);

    private sealed class Check(ContextModel contexts)
    {
        private readonly ScopeCalls calls = new(contexts);
        private readonly LockOrders orders = new();
        private readonly MentioningTrees locking = new([.. ScopeCalls.TakingWords.Select(word => $".{word}("), "lock (", "lock("]);

        public IEnumerable<Finding> Analyze(OperationBlockAnalysisContext context)
        {
            if (context.OwningSymbol.ContainingType is not { } type || !locking.Contain(context.OperationBlocks) || !context.OperationBlocks.Any(body => TakesTwoLocks(body.Syntax)))
                return [];
            return ScopedBody.Find(context, contexts, [], (operation, point) =>
            {
                if (calls.Opened(operation, point.Captured) is not { Lock: { IsMember: true, Symbol: { } taken } })
                    return null;
                foreach (var held in point.Locks.Select(scope => scope.Lock!).Where(held => held.IsMember && !SymbolEqualityComparer.Default.Equals(held.Symbol, taken)).Select(held => held.Symbol!))
                {
                    if (Opposite(type, held, taken, context.CancellationToken) is { Length: > 0 } opposite)
                        return new Finding(Rule, operation.Syntax.GetLocation(), taken, taken.Name, held.Name, type.Name) { AdditionalLocations = opposite };
                }

                return null;
            });
        }

        /// <summary>
        /// The places that do it the other way round, and are right: that order is used more often, or as often and in the order in which the locks are declared.
        /// </summary>
        private ImmutableArray<Location> Opposite(INamedTypeSymbol type, ISymbol held, ISymbol taken, CancellationToken cancellationToken)
        {
            var here = orders.Of(type, held.Name, taken.Name, cancellationToken);
            var opposite = orders.Of(type, taken.Name, held.Name, cancellationToken);
            return opposite.Count > here.Count || opposite.Count == here.Count && IsDeclaredBefore(taken, held) ? [.. opposite] : [];
        }

        private static bool TakesTwoLocks(SyntaxNode body) => body.DescendantTokens().Count(token => token.ValueText == "lock" || ScopeCalls.TakingWords.Contains(token.ValueText)) >= 2;

        private static bool IsDeclaredBefore(ISymbol one, ISymbol other) => StringComparer.Ordinal.Compare(PlaceOf(one), PlaceOf(other)) < 0;

        private static string PlaceOf(ISymbol member) => $"{member.Locations[0].SourceTree?.FilePath} {member.Locations[0].SourceSpan.Start:D10}";
    }
}
