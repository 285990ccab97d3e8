using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>Finds the members for which context-passing overloads are asked: by <c>[PassContext]</c> or by the configuration.</summary>
internal static class Requests
{
    public static ImmutableArray<IMethodSymbol> In(ContextModel contexts, CancellationToken cancellationToken)
    {
        if (contexts.IsEmpty)
        {
            return [];
        }

        var requests = ImmutableArray.CreateBuilder<IMethodSymbol>();
        foreach (var type in SourceTypes.Of(contexts.Compilation.Assembly))
        {
            cancellationToken.ThrowIfCancellationRequested();
            requests.AddRange(type.GetMembers().OfType<IMethodSymbol>()
                .Where(member => member is { IsImplicitlyDeclared: false } && !contexts.IsEntryPoint(member) && contexts.IsPassedContext(member))
                .Select(member => member.PartialImplementationPart ?? member));
        }

        return [.. requests.OrderBy(PathOf, StringComparer.Ordinal).ThenBy(member => member.Locations[0].SourceSpan.Start)];
    }

    private static string PathOf(IMethodSymbol member) => member.Locations[0].SourceTree?.FilePath ?? "";
}
