using System.Collections.Concurrent;
using System.Collections.Immutable;
using ExplicitContext.Model;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>Finds the context-passing overloads of methods and constructors; each is looked for once in a compilation.</summary>
internal sealed class ContextOverloads(ContextModel contexts)
{
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<ContextOverload>> found = new(SymbolEqualityComparer.Default);

    /// <summary>The overloads of a method; empty for most.</summary>
    public ImmutableArray<ContextOverload> Of(IMethodSymbol method) => found.GetOrAdd((method.ReducedFrom ?? method).OriginalDefinition, Find);

    private ImmutableArray<ContextOverload> Find(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.Constructor
            ? [.. SiblingsOf(method).Select(candidate => Compare(method, candidate)).OfType<ContextOverload>()]
            : [];

    /// <summary>What has the name of the method; in an assembly that knows contexts, also what has the name of an overload that cannot have it.</summary>
    private IEnumerable<IMethodSymbol> SiblingsOf(IMethodSymbol method) =>
        ExtensionBlocks.SameReceiver(method.ContainingType).SelectMany(type => type.GetMembers(method.Name)).OfType<IMethodSymbol>()
            .Concat(contexts.IsAnnotated(method.ContainingAssembly) ? OwnNames.CandidatesFor(method) : []);

    /// <summary>Of the twins, those that a call can go to without another difference: the same result, the same optional and <c>params</c> parameters.</summary>
    private ContextOverload? Compare(IMethodSymbol method, IMethodSymbol candidate)
    {
        var position = OverloadShape.ContextOrdinal(method);
        return candidate.Parameters.Length > position
            && contexts.GetContextType(candidate.Parameters[position].Type) is { } context
            && (candidate.Name == method.Name ? OverloadShape.IsTwin(candidate, method, context) : OwnNames.IsTwin(candidate, method, context))
            && candidate.IsExtensionMethod == method.IsExtensionMethod
            && candidate.RefKind == method.RefKind
            && SymbolEqualityComparer.Default.Equals(method.ReturnType, OverloadShape.InTermsOf(method, candidate).ReturnType)
            && method.Parameters.Zip(candidate.Parameters.RemoveAt(position), HasSameArguments).All(same => same)
                ? new(candidate, candidate.Parameters[position], context)
                : null;
    }

    private static bool HasSameArguments(IParameterSymbol one, IParameterSymbol other) => one.IsParams == other.IsParams && one.IsOptional == other.IsOptional;
}
