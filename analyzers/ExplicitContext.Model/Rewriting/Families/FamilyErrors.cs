using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Families;

/// <summary>Finds the errors that overloads of a family cause where nothing is generated: a type that does not implement or override what it then must.</summary>
internal static class FamilyErrors
{
    public static IEnumerable<(MemberPlan Plan, Diagnostic Error)> In(Draft draft, Compilation before, Compilation after, CancellationToken cancellationToken)
    {
        var plans = draft.Written.SelectMany(written => written.Plans).Where(plan => plan.Body == OverloadBody.Declared).ToList();
        foreach (var plan in plans)
        {
            foreach (var tree in Relatives(plan, draft).SelectMany(type => type.DeclaringSyntaxReferences).Select(reference => reference.SyntaxTree).Distinct())
            {
                var known = before.GetSemanticModel(tree).GetDeclarationDiagnostics(cancellationToken: cancellationToken);
                foreach (var error in after.GetSemanticModel(tree).GetDeclarationDiagnostics(cancellationToken: cancellationToken))
                {
                    if (error.Severity == DiagnosticSeverity.Error && error.GetMessage().Contains($".{plan.Overload.TrimEnd(']')}") && !known.Any(old => old.Id == error.Id && old.Location == error.Location && old.GetMessage() == error.GetMessage()))
                    {
                        yield return (plan, error);
                    }
                }
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> Relatives(MemberPlan plan, Draft draft) =>
        draft.Planner.FamilyOf(plan.Member) is { } family
            ? family.Members.Select(member => member.ContainingType).Concat(family.Implementations.Select(implementation => implementation.Type)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            : [];
}
