using System.Collections.Concurrent;
using System.Collections.Immutable;
using ExplicitContext.Model;
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
            ? [.. method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Select(candidate => Compare(method, candidate)).OfType<ContextOverload>()]
            : [];

    private ContextOverload? Compare(IMethodSymbol method, IMethodSymbol candidate)
    {
        var position = method.IsExtensionMethod ? 1 : 0;
        if (candidate.Parameters.Length != method.Parameters.Length + 1
            || candidate.IsStatic != method.IsStatic
            || candidate.IsExtensionMethod != method.IsExtensionMethod
            || candidate.Arity != method.Arity
            || contexts.GetContextType(candidate.Parameters[position].Type) is not { } context)
        {
            return null;
        }

        var comparable = method.Arity == 0 ? candidate : candidate.Construct([.. method.TypeParameters]);
        return IsSame(method.ReturnType, comparable.ReturnType)
            && method.RefKind == comparable.RefKind
            && method.Parameters.Zip(comparable.Parameters.RemoveAt(position), IsSame).All(same => same)
                ? new(candidate, candidate.Parameters[position], context)
                : null;
    }

    private static bool IsSame(IParameterSymbol one, IParameterSymbol other) =>
        one.RefKind == other.RefKind
        && one.IsParams == other.IsParams
        && one.IsOptional == other.IsOptional
        && IsSame(one.Type, other.Type);

    private static bool IsSame(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
