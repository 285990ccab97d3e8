using System.Collections.Immutable;
using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

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
                .Where(member => (!member.IsImplicitlyDeclared || IsUnwrittenConstructor(member)) && !contexts.IsEntryPoint(member) && contexts.IsPassedContext(member))
                .Select(IndexerUnit.Defined));
        }

        return [.. requests.Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).OrderBy(PathOf, StringComparer.Ordinal).ThenBy(member => member.Locations[0].SourceSpan.Start)];
    }

    /// <summary>A constructor that is written nowhere runs the initialisers, which may be what reads.</summary>
    private static bool IsUnwrittenConstructor(IMethodSymbol member) => member.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor && MemberSource.IsUnwritten(member);

    private static string PathOf(IMethodSymbol member) => member.Locations[0].SourceTree?.FilePath ?? "";
}
