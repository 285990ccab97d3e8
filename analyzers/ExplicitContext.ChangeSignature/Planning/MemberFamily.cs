using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>
/// All members that must have the same parameters: the parts of a partial method, what overrides and what is overridden, what an interface
/// requires and everything that implements it, also where a base class does so for its heirs.
/// </summary>
internal sealed class MemberFamily(SourceFiles files)
{
    /// <summary>The family of a member, itself first.</summary>
    public async Task<IReadOnlyList<IMethodSymbol>> OfAsync(IMethodSymbol member, CancellationToken cancellationToken)
    {
        var family = new List<IMethodSymbol>();
        var seen = new HashSet<object>();
        var open = new Queue<IMethodSymbol>([member.OriginalDefinition]);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = open.Dequeue();
            if (!seen.Add(files.PlaceOf(next) is { } place ? place : next))
                continue;
            family.Add(next);
            foreach (var relative in Parts(next).Concat(await DispatchedAsync(next, cancellationToken).ConfigureAwait(false)))
                open.Enqueue(relative.OriginalDefinition);
        }

        return family;
    }

    private static IEnumerable<IMethodSymbol> Parts(IMethodSymbol member) =>
        new[] { member.PartialDefinitionPart, member.PartialImplementationPart, member.OverriddenMethod }.OfType<IMethodSymbol>();

    private async Task<IEnumerable<IMethodSymbol>> DispatchedAsync(IMethodSymbol member, CancellationToken cancellationToken)
    {
        if (member.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation) || !member.Locations.Any(location => location.IsInSource))
            return [];

        var found = new List<ISymbol>(member.ExplicitInterfaceImplementations);
        if (member.IsVirtual || member.IsAbstract || member.IsOverride)
            found.AddRange(await SymbolFinder.FindOverridesAsync(member, files.Solution, cancellationToken: cancellationToken).ConfigureAwait(false));
        if (member.ContainingType.TypeKind == TypeKind.Interface)
            found.AddRange(await SymbolFinder.FindImplementationsAsync(member, files.Solution, cancellationToken: cancellationToken).ConfigureAwait(false));
        else if (member.DeclaredAccessibility == Accessibility.Public)
            found.AddRange(await ImplementedAsync(member, cancellationToken).ConfigureAwait(false));
        return found.OfType<IMethodSymbol>();
    }

    /// <summary>What a member implements, for its own type or for one that inherits it.</summary>
    private async Task<IEnumerable<ISymbol>> ImplementedAsync(IMethodSymbol member, CancellationToken cancellationToken)
    {
        var type = member.ContainingType;
        var heirs = type.TypeKind == TypeKind.Class && !type.IsSealed && !type.IsStatic
            ? await SymbolFinder.FindDerivedClassesAsync(type, files.Solution, cancellationToken: cancellationToken).ConfigureAwait(false)
            : [];
        return
            from implementer in heirs.Prepend(type)
            from required in implementer.AllInterfaces.SelectMany(implemented => implemented.GetMembers(member.Name))
            where implementer.FindImplementationForInterfaceMember(required) is { } implementation && IsSame(implementation, member)
            select required;
    }

    private bool IsSame(ISymbol one, ISymbol other) => files.PlaceOf(one) is { } place && place == files.PlaceOf(other);
}
