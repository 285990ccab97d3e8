using System.Collections.Immutable;
using ExplicitContext.Model;
using ExplicitContext.Model.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Generators;

/// <summary>
/// Emits what keeps state in contexts: the slot and the accessor of every <c>[PerInterpreter]</c>, <c>[PerThread]</c> and <c>[ModuleState]</c> class, the
/// bodies of static <c>[MoveTo]</c> properties, and the slots of context types that have none by hand.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class StateGenerator : IIncrementalGenerator
{
    private static readonly ImmutableArray<string> Attributes =
        [KnownAttributes.PerInterpreter, KnownAttributes.PerThread, KnownAttributes.ModuleState, KnownAttributes.MoveTo];

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var requests = Attributes
            .Select(attribute => Marked.With(context, attribute, TrackingNames.Requests))
            .Append(Marked.With(context, KnownAttributes.ContextType, TrackingNames.Requests, SaysHasSlots))
            .Aggregate((all, more) => all.Combine(more).Select((both, _) => new EquatableArray<string>([.. both.Left.Items, .. both.Right.Items])));
        PartsOutput.Register(context, requests, StateGeneration.Generate);
    }

    // By its looks, so that a project which only has contexts pays for nothing.
    private static bool SaysHasSlots(SyntaxNode node) =>
        node is TypeDeclarationSyntax type && type.AttributeLists.Any(list => list.DescendantTokens().Any(token => token.ValueText == "HasSlots"));
}
