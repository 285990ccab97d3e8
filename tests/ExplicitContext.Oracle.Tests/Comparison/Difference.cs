using ExplicitContext.Oracle.Tests.Il;
using Microsoft.CodeAnalysis;
using Mono.Cecil;

namespace ExplicitContext.Oracle.Tests.Comparison;

/// <summary>
/// A call that one side says leads to an accessor and the other does not. Whoever reaches the accessor only through its caller differs as well,
/// for the same reason.
/// </summary>
/// <param name="IsOnlyBuilt">Whether the built code says so; else only the sources do.</param>
/// <param name="CallerKey">The member nearest to the accessor that differs.</param>
/// <param name="CalleeKey">What it calls, on which both sides agree; null for the accessor itself.</param>
/// <param name="Built">The caller in built code, where it is there.</param>
/// <param name="BuiltCallee">What it calls, in built code.</param>
/// <param name="Source">The caller in the sources, where it is there.</param>
internal sealed record Difference(bool IsOnlyBuilt, string CallerKey, string? CalleeKey, MethodDefinition? Built, MethodDefinition? BuiltCallee, ISymbol? Source)
{
    /// <summary>The name of the callee's method alone, without the interface of an explicit implementation.</summary>
    public string CalleeName => CalleeKey is null ? "" : CalleeKey.Split('(')[0].Split('.', '#')[^1];

    /// <summary>What the caller's source says, every part of it.</summary>
    public IEnumerable<SyntaxNode> Syntax => Source?.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).SelectMany(node => node.DescendantNodesAndSelf()) ?? [];

    /// <summary>The methods that the built caller names, with those of its closures and state machines.</summary>
    public IEnumerable<MethodReference> Named => Built is null ? [] : IlCalls.NamedBy(Built);

    /// <summary>Whether a condition in the source has a value that the compiler knows.</summary>
    public bool IsConstant(SyntaxNode? condition) => condition is not null && Model(condition)?.GetConstantValue(condition).HasValue == true;

    /// <summary>Whether the compiler left a call out, with its arguments, because a symbol is not defined.</summary>
    public bool IsConditional(SyntaxNode call) => Model(call)?.GetSymbolInfo(call).Symbol is IMethodSymbol method
        && method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ConditionalAttribute")
        && !Named.Any(named => named.Name == method.Name && named.DeclaringType.Name == method.ContainingType.MetadataName);

    private SemanticModel? Model(SyntaxNode node) => (Source?.ContainingAssembly as ISourceAssemblySymbol)?.Compilation.GetSemanticModel(node.SyntaxTree);

    public override string ToString() => $"{(IsOnlyBuilt ? "only built" : "only source")}: {CallerKey} > {CalleeKey ?? "the accessor"}";
}
