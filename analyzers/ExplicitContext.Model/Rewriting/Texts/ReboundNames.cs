using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Scopes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>How the contexts are named that scopes in one body enter: as they are there, or by a local of their own.</summary>
internal sealed class ReboundNames
{
    private readonly Dictionary<ReboundScope, string> names = [];
    private readonly MemberPlan plan;
    private readonly ContextLookup lookup;

    public ReboundNames(MemberPlan plan, string name, ContextLookup lookup)
    {
        this.plan = plan;
        this.lookup = lookup;
        var used = plan.Rebound.IsEmpty ? null : ContextName.UsedIn(plan.Facts.Declaration);
        used?.Add(name);
        foreach (var scope in plan.Rebound)
        {
            names[scope] = scope.Region.Name ?? Names.Free(scope.Context.ParameterName, used!.Contains);
            used!.Add(names[scope]);
        }
    }

    /// <summary>The declarations of the locals, and their uses where the scopes are opened.</summary>
    public IEnumerable<TextChange> Changes(Func<TextSpan, string> textOf)
    {
        foreach (var scope in plan.Rebound.Where(scope => scope.Region.Name is null))
        {
            var type = scope.Context.Type.ToMinimalDisplayString(plan.Facts.Model, scope.Region.DeclareAt);
            yield return new(new(scope.Region.DeclareAt, 0), $"{type} {names[scope]} = {textOf(scope.Region.Entered)}; ");
            yield return new(scope.Region.Entered, names[scope]);
        }
    }

    /// <summary>Whether a site is under a scope, and how the wanted context is written there; null where it does not lead to that.</summary>
    public bool TryFind(SyntaxNode site, ContextType wanted, out string? expression)
    {
        var scope = ReboundScopes.Around(site, plan.Rebound);
        expression = scope is null ? null : lookup.Path(scope.Context, names[scope], wanted);
        return scope is not null;
    }
}
