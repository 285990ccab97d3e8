using ExplicitContext.Model;
using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.State;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Generators;

/// <summary>
/// Emits what keeps state in contexts: the slot and the accessor of every <c>[PerInterpreter]</c>, <c>[PerThread]</c> and <c>[ModuleState]</c> class, the
/// bodies of static <c>[MoveTo]</c> properties, and the slots of context types that have none by hand.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class StateGenerator : IIncrementalGenerator
{
    /// <summary>What it generates, and how often.</summary>
    public DeclaredParts Parts { get; } = new(
        [KnownAttributes.PerInterpreter, KnownAttributes.PerThread, KnownAttributes.ModuleState, KnownAttributes.MoveTo, KnownAttributes.ContextType],
        ["PerInterpreter", "PerThread", "ModuleState", "MoveTo", "HasSlots"],
        StateGeneration.Generate);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) => MissingBodies.Register(context, PartsOutput.Register(context, Parts.Generate));
}
