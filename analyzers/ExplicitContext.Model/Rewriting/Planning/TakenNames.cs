using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>
/// Tells which names would not be found by every call, or would be found in the place of something else: those that stand in a type, above, below or around it, or in a type
/// inside of these.
/// </summary>
internal sealed class TakenNames(Compilation compilation)
{
    private static readonly SymbolEqualityComparer Same = SymbolEqualityComparer.Default;

    public bool Contains(string name, IReadOnlyCollection<INamedTypeSymbol> types)
    {
        var declaring = types.Select(type => ExtensionBlocks.IsBlock(type) ? type.ContainingType : type).ToList();
        return declaring.SelectMany(Around).SelectMany(Above).Any(type => Declares(type, name))
            || (compilation.ContainsSymbolsWithName(name, SymbolFilter.TypeAndMember)
                && SourceTypes.Of(compilation.Assembly).Any(type => Declares(type, name) && Around(type).SelectMany(Above).Any(above => declaring.Contains(above.OriginalDefinition, Same))));
    }

    private static bool Declares(INamedTypeSymbol type, string name) => !type.GetMembers(name).IsEmpty;

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.ContainingType)
        {
            yield return at;
        }
    }

    private static IEnumerable<INamedTypeSymbol> Above(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            yield return at;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            yield return implemented;
        }
    }
}
