using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>Rewrites the sites of one body: ambient reads become the context, calls go to the overloads that take it.</summary>
internal sealed class SiteRewriter(MemberPlan plan, ContextName name, Closure closure, Planner planner, ContextLookup lookup)
{
    private readonly StaticLocalFunctions localFunctions = new(plan.Facts.Declaration, plan.Facts.LocalUses);
    private readonly ReboundNames rebound = new(plan, name.Name, lookup);
    private readonly List<TextChange> changes = [];
    private readonly List<GenerationFinding> findings = [];

    /// <summary>What could not be rewritten and stays as it was.</summary>
    public IReadOnlyList<GenerationFinding> Findings => findings;

    /// <summary>Whether something that stays as it was would find the right ambient under a scope.</summary>
    public bool NeedsScope { get; private set; }

    /// <summary>The changes to the text of the declaration, in the order of the text.</summary>
    public IReadOnlyList<TextChange> Rewrite()
    {
        foreach (var read in plan.Facts.Reads)
        {
            if (name.CachingStatement?.Span.Contains(read.Site.Span) != true)
            {
                Rewrite(read);
            }
        }

        foreach (var call in plan.Facts.Calls.Where(closure.Reaches).GroupBy(call => (call.Site, call.Form)).Select(calls => calls.First()))
        {
            Rewrite(call);
        }

        if (name.CachingStatement is { } statement)
        {
            changes.Add(new(TextSpan.FromBounds(statement.FullSpan.Start, statement.Span.End), statement.GetLeadingTrivia().ToFullString().TrimEnd(' ', '\t')));
        }

        foreach (var function in localFunctions.Needing)
        {
            var type = plan.Context.Type.ToMinimalDisplayString(plan.Facts.Model, function.SpanStart);
            changes.Add(CallEdits.Insertion(function.ParameterList.OpenParenToken, $"{type} {name.Name}", function.ParameterList.Parameters.Count > 0));
        }

        changes.AddRange(localFunctions.Calls.Select(call => CallEdits.Insertion(call.ArgumentList, 0, name.Name)));
        foreach (var info in plan.Facts.CallerInfos.Where(info => info.Source is { } source ? changes.Any(change => source.Contains(change.Span)) : plan.Overload != (plan.Member.AssociatedSymbol ?? plan.Member).Name).ToList())
        {
            var isFirst = info.IsOnly && !changes.Any(change => change.Span.Start == info.InsertAt);
            changes.Add(new(new(info.InsertAt, 0), isFirst ? info.Text : ", " + info.Text));
        }

        foreach (var change in rebound.Changes(TakeOut).ToList())
        {
            changes.Add(change);
        }

        return [.. changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length)];
    }

    /// <summary>A part of the text as it is once it is rewritten; what was to change in it is done.</summary>
    private string TakeOut(TextSpan part)
    {
        var text = plan.Facts.Declaration.SyntaxTree.GetText();
        var inside = changes.Where(change => part.Contains(change.Span)).OrderByDescending(change => change.Span.Start).ThenByDescending(change => change.Span.Length).ToList();
        changes.RemoveAll(inside.Contains);
        return inside.Aggregate(text.ToString(part), (taken, change) => taken.Remove(change.Span.Start - part.Start, change.Span.Length).Insert(change.Span.Start - part.Start, change.NewText ?? ""));
    }

    private void Rewrite(ReadFact fact)
    {
        var (read, site) = (fact.Read, fact.Site);
        if (KeptSites.ReasonFor(fact) is { } reason)
        {
            Keep(site, reason);
        }
        else if (read.Accessor.Symbol is IMethodSymbol && site is not InvocationExpressionSyntax)
        {
            Keep(site, $"'{read.Accessor.DisplayName}' is used as a delegate; call it, or pass the context.");
        }
        else if (fact.Wanted is { } wanted && Expression(wanted, site, fact.Obstacles) is { } expression)
        {
            changes.Add(new(site.Span, expression + fact.Rest));
        }
    }

    private void Rewrite(CallFact call)
    {
        if (CallTarget.Of(call, planner) is not { } target)
        {
            KeepCall(call);
        }
        else if (IsBaseOfScoped(call))
        {
            Keep(call.Site, KeptSites.ReasonForBase(call), isHere: true);
        }
        else if (call.IsOnAnother && planner.PlanOf(call.Named)?.Body is OverloadBody.Scoped)
        {
            Keep(call.Site, KeptSites.ReasonForAnother(call), isHere: call.Form != CallForm.MethodGroup);
        }
        else if (call is { Form: CallForm.MethodGroup, Delegate: { } group } && !IsHidden(call, target))
        {
            RewriteGroup(call, group, target);
        }
        else if (IsHidden(call, target) || !CallEdits.Takes(call.Form))
        {
            Keep(call.Site, KeptSites.ReasonForForm(call), isHere: call.Form != CallForm.MethodGroup);
        }
        else if (call.Form == CallForm.PropertyUpdate)
        {
            RewriteUpdate(call.Site);
        }
        else if (Expression(target.Context, call.Site, call.Obstacles) is { } argument)
        {
            changes.AddRange(CallEdits.Of(call, target, argument));
        }
    }

    /// <summary>Whether another member would take the call: only by the usual name.</summary>
    private static bool IsHidden(CallFact call, CallTarget target) => call.HiddenBy is not null && target.Name == OverloadShape.NameFor(call.Named);

    private void RewriteGroup(CallFact call, DelegateFact group, CallTarget target)
    {
        if (DelegateConsumers.ReasonAgainst(group, closure) is { } reason)
        {
            Keep(call.Site, KeptSites.ReasonForGroup(call, reason));
        }
        else if (Expression(target.Context, call.Site, call.Obstacles) is { } context)
        {
            changes.AddRange(DelegateEdits.Of(call, group, target, context));
        }
    }

    /// <summary>Both accessors are called at one site, and each has an overload, needs none, or keeps the site as it is.</summary>
    private void RewriteUpdate(SyntaxNode site)
    {
        var edit = new PropertyUpdate(site);
        foreach (var call in plan.Facts.Calls.Where(call => call.Form == CallForm.PropertyUpdate && call.Site == site && closure.Reaches(call)))
        {
            if (CallTarget.Of(call, planner) is not { } target)
            {
                KeepCall(call);
                return;
            }

            if (IsBaseOfScoped(call))
            {
                Keep(site, KeptSites.ReasonForBase(call), isHere: true);
                return;
            }

            if (Expression(target.Context, site, call.Obstacles) is not { } context)
            {
                return;
            }

            edit.Use(target, context);
        }

        changes.AddRange(edit.Changes);
    }

    /// <summary>Whether a call on <c>base</c> would go to an overload that calls the original, and so what overrides it.</summary>
    private bool IsBaseOfScoped(CallFact call) => call.IsBase && planner.PlanOf(call.Named)?.Body is OverloadBody.Scoped or OverloadBody.Inherited;

    private void KeepCall(CallFact call)
    {
        if (KeptSites.ReasonForCallee(call, planner) is { } reason)
        {
            Keep(call.Site, reason, isHere: true);
        }
    }

    /// <summary>How the wanted context is written at a site, or null where it cannot be used there, which is then reported.</summary>
    private string? Expression(ContextType wanted, SyntaxNode site, CaptureObstacles obstacles)
    {
        if ((obstacles.Against(wanted) ?? localFunctions.Use(site)) is { } obstacle)
        {
            Keep(site, obstacle);
            return null;
        }

        if (rebound.TryFind(site, wanted, out var entered))
        {
            if (entered is null)
            {
                Keep(site, $"The scope around it enters a context that does not lead to '{wanted.Type.Name}'.", isHere: true);
            }

            return entered;
        }

        return new ContextExpressions(closure, lookup).For(plan.Member, plan.Context, name.Name, wanted);
    }

    /// <param name="site">What stays as it was.</param>
    /// <param name="message">Why.</param>
    /// <param name="isHere">Whether it runs while the member does, unless it stands in a lambda.</param>
    private void Keep(SyntaxNode site, string message, bool isHere = false)
    {
        findings.Add(KeptSites.Finding(plan.Facts, site, message));
        NeedsScope |= isHere && !site.Ancestors().TakeWhile(node => node != plan.Facts.Declaration).Any(node => node is AnonymousFunctionExpressionSyntax);
    }
}
