using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Scopes;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>Carries out plans: by a rewritten body, or by a call of the original.</summary>
internal sealed class OverloadWriting(ContextExpressions expressions, ContextLookup lookup)
{
    /// <summary>An overload with the rewritten body of its original.</summary>
    /// <param name="plan">What is to become of the member.</param>
    /// <param name="hides">Whether the overload hides one of a base type.</param>
    /// <param name="decide">What is decided of the callees; null for those that do not reach the ambient.</param>
    public RewrittenOverload Rewrite(MemberPlan plan, bool hides, Func<CallFact, CallDecision?> decide)
    {
        var name = ContextName.For(plan.Context, plan.Facts.Declaration, plan.Facts.Reads.Where(read => read.Rest.Length == 0 && read.Wanted == plan.Context && ReboundScopes.Around(read.Site, plan.Rebound) is null));
        var rewriter = new SiteRewriter(plan, name, decide, expressions, lookup);
        var overload = OverloadText.For(new(plan, name, rewriter.Rewrite(), hides, expressions)).Write();
        return new(overload, rewriter.Findings, rewriter.NeedsScope);
    }

    /// <summary>An overload that does not copy the body.</summary>
    public WrittenOverload Forward(MemberPlan plan, bool hides) =>
        OverloadText.For(new(plan, ContextName.ForHeader(plan.Context, plan.Member), [], hides, expressions)).Write();

    /// <summary>The overloads of one source file as a file.</summary>
    public static GeneratedFile FileOf(string hintName, SyntaxTree source, NullableContextOptions nullable, IReadOnlyCollection<WrittenOverload> overloads) => new(
        hintName,
        new OverloadFileWriter(source, overloads.First().Plan.Facts.Model, nullable).Write([.. overloads.OrderBy(overload => overload.Plan.Facts.Declaration.SpanStart)]));
}
