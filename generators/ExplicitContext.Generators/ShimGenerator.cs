using ExplicitContext.Model;
using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Shims;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Generators;

/// <summary>
/// Implements the <c>partial</c> members that are marked <c>[ContextEntry]</c>: public API keeps its signature, and each is one call that hands on the
/// ambient context.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ShimGenerator : IIncrementalGenerator
{
    /// <summary>What it generates, and how often.</summary>
    public DeclaredParts Parts { get; } = new([KnownAttributes.ContextEntry], ["ContextEntry"], ShimGeneration.Generate);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) => MissingBodies.Register(context, PartsOutput.Register(context, Parts.Generate));
}
