using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>ECTX4006: in one type, two locks are taken inside of one another in both orders.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockOrderAnalyzer : DiagnosticAnalyzer
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
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var contexts = ContextModels.Of(start);
            if (!contexts.IsEmpty)
                FindingReporter.Create(start).OnTypes<LockNesting>(new Check(contexts).Nestings, Check.Judge);
        });
    }

    private sealed class Check(ContextModel contexts)
    {
        private readonly ScopeCalls calls = new(contexts);
        private readonly LockGuards guards = new();

        public IEnumerable<LockNesting> Nestings(OperationBlockAnalysisContext context)
        {
            var held = guards.RequiredBy(context.OwningSymbol) is { Lock: { } required } guard
                ? ImmutableArray.Create(new OpenScope(ScopeKind.Lock, null, null, guard.On(LockPath.OfThis(required.ContainingType))))
                : [];
            if (!context.OperationBlocks.Any(body => MayTakeLocks(body.Syntax, atLeast: 2 - held.Length)))
                return [];
            var nestings = new HashSet<LockNesting>();
            ScopedBody.Visit(context, contexts, held, (operation, point) =>
            {
                if (operation is not IInvocationOperation call
                    || calls.Opened(call, point.Captured) is not { Kind: ScopeKind.Lock, Lock: { IsMember: true, Symbol: { } taken } })
                {
                    return;
                }

                foreach (var outer in point.Locks.Select(scope => scope.Lock!).Where(outer => outer.IsMember && !SymbolEqualityComparer.Default.Equals(outer.Symbol, taken)))
                    nestings.Add(new(outer.Symbol!, taken, call.Syntax));
            });
            return nestings;
        }

        /// <summary>The order that is used more often is the right one; where both are used alike, that in which the locks are declared.</summary>
        public static IEnumerable<Finding> Judge(INamedTypeSymbol type, IReadOnlyCollection<LockNesting> nestings)
        {
            foreach (var pair in nestings.GroupBy(nesting => (nesting.Held, nesting.Taken)))
            {
                var opposite = nestings.Where(other => SymbolEqualityComparer.Default.Equals(other.Held, pair.Key.Taken) && SymbolEqualityComparer.Default.Equals(other.Taken, pair.Key.Held)).ToList();
                if (opposite.Count == 0 || pair.Count() > opposite.Count || pair.Count() == opposite.Count && IsDeclaredBefore(pair.Key.Held, pair.Key.Taken))
                    continue;
                foreach (var wrong in pair)
                {
                    yield return new(Rule, wrong.Site.GetLocation(), wrong.Taken, wrong.Taken.Name, wrong.Held.Name, type.Name)
                    {
                        AdditionalLocations = [.. opposite.Select(other => other.Site.GetLocation()).OrderBy(Place)],
                    };
                }
            }
        }

        private static bool MayTakeLocks(SyntaxNode body, int atLeast) => body.DescendantTokens().Count(token => token.ValueText is "lock" or "Enter" or "EnterScope" or "Wait" or "Acquire" or "Take" or "Hold" or "Lock") >= atLeast;

        private static bool IsDeclaredBefore(ISymbol one, ISymbol other) => StringComparer.Ordinal.Compare(Place(one.Locations[0]), Place(other.Locations[0])) < 0;

        private static string Place(Location location) => $"{location.SourceTree?.FilePath} {location.SourceSpan.Start:D10}";
    }
}
