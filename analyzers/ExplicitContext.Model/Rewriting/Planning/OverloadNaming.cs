using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>
/// Decides what overloads are called: as one that a person wrote, by a name of their own where the usual one would change what something means, else as usual. Members that
/// must take the context together share the name.
/// </summary>
internal sealed class OverloadNaming(Compilation compilation, Verdicts verdicts)
{
    private readonly TakenNames taken = new(compilation);

    /// <summary>The name for the overloads of some members.</summary>
    public string Of(IReadOnlyList<IMethodSymbol> members, ContextType context) =>
        Written(members, context)
        ?? (members.Any(member => verdicts.RenamingOf(member) is not null) ? Free(members, context) : null)
        ?? OverloadShape.NameFor(members[0]);

    /// <summary>Whether some members, whose overloads have the usual name so far, can have others.</summary>
    public bool CanRename(IReadOnlyList<IMethodSymbol> members, ContextType context) =>
        members.All(OwnNames.CanHaveOne)
        && members.All(member => verdicts.RenamingOf(member) is null)
        && Written(members, context) is null
        && Free(members, context) is not null;

    /// <summary>The finding for each name that is not the usual one: that it is so, and for whose sake.</summary>
    public IEnumerable<GenerationFinding> Findings(Func<IMethodSymbol, MemberPlan?> planOf) =>
        from renaming in verdicts.Renamings
        let plan = planOf(renaming.Member)
        where plan is not null && plan.HasOwnName
        select Refusals.At(plan.Member, GenerationFinding.HasOwnName, $"{renaming.Reason} So the overload that takes '{plan.Context.Type.Name}' is called '{plan.Overload}'.");

    private static string? Written(IEnumerable<IMethodSymbol> members, ContextType context) =>
        members.Select(member => HandWrittenOverloads.Of(member, context)).FirstOrDefault(overload => overload is not null) is { } written ? MemberNames.AsCalled(written) : null;

    private string? Free(IReadOnlyList<IMethodSymbol> members, ContextType context)
    {
        var types = members.Select(member => member.ContainingType).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).ToList();
        return OwnNames.For(OverloadShape.NameFor(members[0]), context).FirstOrDefault(name => !taken.Contains(name, types));
    }
}
