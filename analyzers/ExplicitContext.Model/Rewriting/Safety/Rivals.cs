using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Safety;

/// <summary>
/// Methods that take the context at the same place as an overload and are none themselves, so that a call of the overload may fit one of them better. By a name of its own, the
/// overload has no rival. Twins of other members are none: among these, calls go as they go among the originals.
/// </summary>
/// <param name="planner">What becomes of each member.</param>
/// <param name="augmented">The compilation with the overloads.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class Rivals(Planner planner, Compilation augmented, CancellationToken cancellationToken)
{
    /// <summary>The calls that would go elsewhere, each with the plan of the callee. Only where there is a rival are calls bound.</summary>
    public IEnumerable<(MemberPlan Callee, SyntaxNode Call)> In(IReadOnlyList<MemberPlan> plans)
    {
        var rivalled = new HashSet<MemberPlan>(plans.Where(plan => HasRival(plan) && planner.CanBeRenamed(plan)));
        return rivalled.Count == 0 ? []
            : from plan in plans
              where plan.Body == OverloadBody.Rewritten
              from call in plan.Facts.Calls
              where call.Form == CallForm.Invocation
              let callee = planner.PlanOf(call.Named)
              where callee is not null && rivalled.Contains(callee) && !IsCalled(callee, call)
              select (callee, call.Site);
    }

    private static bool HasRival(MemberPlan plan) => plan.Member.ContainingType.GetMembers(plan.Overload).OfType<IMethodSymbol>().Any(method => IsRival(method, plan));

    private static bool IsRival(IMethodSymbol method, MemberPlan plan) =>
        method.MethodKind == MethodKind.Ordinary
        && method.Parameters.ElementAtOrDefault(plan.ContextOrdinal)?.Type is { } type
        && (type is ITypeParameterSymbol || SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, plan.Context.Type))
        && Range(method.Parameters) is var taken
        && Range(plan.Member.Parameters) is var given
        && taken.Least <= given.Most + 1 && given.Least + 1 <= taken.Most
        && !SymbolEqualityComparer.Default.Equals(method, plan.Member)
        && !method.ContainingType.GetMembers(plan.Member.Name).OfType<IMethodSymbol>().Any(legacy => OverloadShape.IsTwin(method, legacy, plan.Context));

    private static (int Least, int Most) Range(IReadOnlyList<IParameterSymbol> parameters) =>
        (parameters.Count(parameter => !parameter.IsOptional && !parameter.IsParams), parameters.Any(parameter => parameter.IsParams) ? int.MaxValue - 1 : parameters.Count);

    /// <summary>Whether a call that hands over the context would be one of the overload. Behind <c>?.</c>, nobody can say by itself.</summary>
    private bool IsCalled(MemberPlan callee, CallFact call)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var site = (InvocationExpressionSyntax)call.Site;
        var context = $"default({callee.Context.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})";
        var change = CallEdits.Insertion(site.ArgumentList, call.Ordinal, context);
        var text = site.ToString();
        var expression = SyntaxFactory.ParseExpression(text.Substring(0, change.Span.Start - site.SpanStart) + change.NewText + text.Substring(change.Span.End - site.SpanStart), options: (CSharpParseOptions)site.SyntaxTree.Options);
        return augmented.GetSemanticModel(site.SyntaxTree).GetSpeculativeSymbolInfo(site.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol method
            && NamedUses.IsOverload((method.ReducedFrom ?? method).OriginalDefinition, callee);
    }
}
