using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting;

/// <summary>Rewrites the sites of one body: ambient reads become the context, calls go to the overloads that take it.</summary>
internal sealed class SiteRewriter(MemberPlan plan, ContextName name, Closure closure, Planner planner, ContextLookup lookup)
{
    private readonly StaticLocalFunctions localFunctions = new(plan.Facts.Declaration, plan.Facts.Model);
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

        foreach (var call in plan.Facts.Calls.Where(closure.Reaches).GroupBy(call => (call.Operation, call.Form)).Select(calls => calls.First()))
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
            changes.Add(Insertion(function.ParameterList.OpenParenToken.Span.End, $"{type} {name.Name}", function.ParameterList.Parameters.Count > 0));
        }

        changes.AddRange(localFunctions.Calls.Select(call => Insertion(call.ArgumentList, 0, name.Name)));
        foreach (var info in plan.Facts.CallerInfos.Where(info => info.Source is { } source ? changes.Any(change => source.Contains(change.Span)) : plan.Overload != (plan.Member.AssociatedSymbol ?? plan.Member).Name))
        {
            changes.Add(new(new(info.InsertAt, 0), info.IsOnly ? info.Text : ", " + info.Text));
        }

        return [.. changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length)];
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
        else if (fact.Wanted is { } wanted && Expression(wanted, site) is { } expression)
        {
            changes.Add(new(site.Span, expression + fact.Rest));
        }
    }

    private void Rewrite(CallFact call)
    {
        var site = call.Operation.Syntax;
        var callee = planner.PlanOf(call.Named);
        var (wanted, ordinal, overload) = callee is { } found ? (found.Context, found.ContextOrdinal, found.Overload)
            : (call.Upstream?.Context, OverloadShape.ContextOrdinal(call.Callee), call.Callee.AssociatedSymbol is IPropertySymbol upstream ? OverloadShape.GetterName(upstream) : call.Callee.Name);
        if (wanted is null)
        {
            if (KeptSites.ReasonForCallee(call, planner) is { } reason)
            {
                Keep(site, reason, isHere: true);
            }

            return;
        }

        if (call.IsBase && callee?.Body is OverloadBody.Scoped or OverloadBody.Inherited)
        {
            Keep(site, KeptSites.ReasonForBase(call), isHere: true);
            return;
        }

        switch (call.Form)
        {
            case CallForm.Invocation when call.HiddenBy is null && site is InvocationExpressionSyntax invocation:
                if (Expression(wanted, site) is { } argument)
                {
                    changes.Add(Insertion(invocation.ArgumentList, IsReduced(invocation) ? 0 : ordinal, argument));
                }

                break;
            case CallForm.PropertyRead when call.HiddenBy is null && NameIn(site) is { } property:
                if (Expression(wanted, site) is { } context)
                {
                    changes.Add(new(property.Span, $"{overload}({context})"));
                }

                break;
            default:
                Keep(site, KeptSites.ReasonForForm(call), isHere: call.Form != CallForm.MethodGroup);
                break;
        }
    }

    /// <summary>How the wanted context is written at a site, or null where it cannot be used there, which is then reported.</summary>
    private string? Expression(ContextType wanted, SyntaxNode site)
    {
        if ((CaptureRules.ObstacleAt(site, plan.Facts.Declaration, plan.Facts.Model, wanted) ?? localFunctions.Use(site)) is { } obstacle)
        {
            Keep(site, obstacle);
            return null;
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

    private bool IsReduced(InvocationExpressionSyntax invocation) => plan.Facts.Model.GetSymbolInfo(invocation).Symbol is IMethodSymbol { ReducedFrom: not null };

    private static SimpleNameSyntax? NameIn(SyntaxNode site) => site switch
    {
        SimpleNameSyntax simple => simple,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };

    private static TextChange Insertion(ArgumentListSyntax list, int ordinal, string argument) =>
        ordinal == 0 || list.Arguments.Count == 0
            ? Insertion(list.OpenParenToken.Span.End, argument, list.Arguments.Count > 0)
            : new(new(list.Arguments[ordinal - 1].Span.End, 0), ", " + argument);

    private static TextChange Insertion(int at, string text, bool isFollowed) => new(new(at, 0), isFollowed ? text + ", " : text);
}
