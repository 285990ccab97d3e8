using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Safety;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>What earlier rounds ran into: an edit there may change more than the overloads of its own file.</summary>
internal sealed class GenerationTrouble
{
    private readonly HashSet<SyntaxTree> files = [];
    private readonly HashSet<IMethodSymbol> members = new(SymbolEqualityComparer.Default);

    /// <summary>The files that show it, and those of the members that it befell.</summary>
    public IReadOnlyCollection<SyntaxTree> Files => files;

    /// <summary>The members whose overloads did harm.</summary>
    public IReadOnlyCollection<IMethodSymbol> Members => members;

    /// <summary>Notes that an overload could not be as it was planned, because of its own body.</summary>
    public void Add(MemberPlan plan) => files.Add(plan.Facts.Declaration.SyntaxTree);

    /// <summary>Notes what an overload would have spoilt.</summary>
    public void Add(Harm harm)
    {
        Add(harm.Plan);
        members.Add(harm.Plan.Member);
        if (harm.Source is { } source)
        {
            files.Add(source);
        }
    }
}
