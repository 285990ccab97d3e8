using System.Collections.Immutable;
using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Scopes;

/// <summary>
/// Decides whether a body that opens scopes can be rewritten all the same: by what is written under a scope taking the context that the scope enters. That holds where all
/// that reads runs where it stands, and reads nothing under a scope but what that scope sets.
/// </summary>
internal sealed class ReboundScopes(Closure closure, ContextLookup lookup)
{
    /// <summary>Why a context fixed at entry would be a wrong one somewhere in a body, as a sentence; null where it would not.</summary>
    /// <param name="facts">The body.</param>
    /// <param name="rebound">The parts of it that take another context.</param>
    public string? ReasonAgainst(BodyFacts facts, out ImmutableArray<ReboundScope> rebound)
    {
        rebound = [];
        if (!closure.Switches(facts.Member))
        {
            return null;
        }

        var opened = facts.Calls.Where(call => closure.Scopes.Opens(call.Callee)).ToList();
        var scopes = opened.Select(ScopeOf).OfType<(IMethodSymbol Opener, ReboundScope Scope)>().ToList();
        if (closure.Leaks(facts.Member) || scopes.Count < opened.Count || IsIterator(facts.Declaration) || !facts.Reads.All(read => Fits(read, facts, scopes)) || !facts.Calls.Where(closure.Reaches).All(call => Fits(call, facts, scopes)))
        {
            return ScopeReasons.Switching;
        }

        rebound = [.. scopes.Select(scope => scope.Scope)];
        return null;
    }

    /// <summary>The innermost of some scopes around a site, or null.</summary>
    public static ReboundScope? Around(SyntaxNode site, IEnumerable<ReboundScope> scopes) =>
        scopes.Where(scope => scope.Region.Body.Contains(site.Span)).OrderByDescending(scope => scope.Region.Body.Start).FirstOrDefault();

    private (IMethodSymbol Opener, ReboundScope Scope)? ScopeOf(CallFact call) =>
        call.Region is { } region && (region.Name is not null || region.DeclareAt >= 0) && closure.Scopes.OpenedBy(call.Callee) is { } context ? (call.Callee, new(region, context)) : null;

    private bool Fits(ReadFact read, BodyFacts facts, IReadOnlyList<(IMethodSymbol Opener, ReboundScope Scope)> scopes) =>
        RunsWhereItStands(read.Site, facts, scopes)
        && (OpenerAround(read.Site, scopes) is not var (opener, scope) || (IsSetBy(read.Read.Accessor, opener) && read.Wanted is { } wanted && lookup.Path(scope.Context, "", wanted) is not null));

    private bool Fits(CallFact call, BodyFacts facts, IReadOnlyList<(IMethodSymbol Opener, ReboundScope Scope)> scopes) =>
        RunsWhereItStands(call.Site, facts, scopes)
        && call.Form is not (CallForm.MethodGroup or CallForm.LateBound)
        && (!IsPutOff(call.Callee.ReturnType) || call.Site.Parent is AwaitExpressionSyntax)
        && (OpenerAround(call.Site, scopes) is not var (opener, scope)
            || (call.Upstream is null && closure.ReachedBy(call).All(accessor => IsSetBy(accessor, opener)) && closure.NeedsOf(call.Callee).All(needed => lookup.Path(scope.Context, "", needed) is not null)));

    private static (IMethodSymbol Opener, ReboundScope Scope)? OpenerAround(SyntaxNode site, IReadOnlyList<(IMethodSymbol Opener, ReboundScope Scope)> scopes) =>
        Around(site, scopes.Select(scope => scope.Scope)) is { } found ? scopes.First(scope => scope.Scope == found) : null;

    private bool IsSetBy(AmbientAccessor accessor, IMethodSymbol opener) => SymbolEqualityComparer.Default.Equals(closure.Scopes.Of(accessor)?.Method.OriginalDefinition, opener);

    /// <summary>
    /// What stands in a lambda or a local function runs who knows where: under a scope, or no more under it. And the filter of a <c>catch</c> runs before the scopes
    /// that are left close.
    /// </summary>
    private static bool RunsWhereItStands(SyntaxNode site, BodyFacts facts, IReadOnlyList<(IMethodSymbol Opener, ReboundScope Scope)> scopes) =>
        !site.Ancestors().TakeWhile(node => node != facts.Declaration).Any(node => node switch
        {
            AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax => true,
            CatchFilterClauseSyntax { Parent.Parent: TryStatementSyntax @try } => scopes.Any(scope => @try.Block.Span.Contains(scope.Scope.Region.Body)),
            _ => false,
        });

    /// <summary>Whether what a callee does may be done later, by who takes what it yields.</summary>
    private static bool IsPutOff(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Delegate
        || type.OriginalDefinition is { Name: "Task" or "ValueTask" or "Lazy" }
        || ScopedCalls.IsSequence(type);

    private static bool IsIterator(SyntaxNode declaration) => declaration.DescendantNodes().Any(node => node is YieldStatementSyntax);
}
