using ExplicitContext.ChangeSignature.Planning;
using ExplicitContext.ChangeSignature.Writing;
using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>How a shim reads the context that it hands on: as the legacy body did, where that read a context itself.</summary>
internal sealed class ShimAmbient(ContextModel contexts)
{
    private readonly ContextLookup lookup = new(contexts);

    /// <summary>The accessors that a body reads, in its order.</summary>
    public IEnumerable<AmbientAccessor> ReadIn(SyntaxNode body, CancellationToken cancellationToken) =>
        (contexts.Compilation.GetSemanticModel(body.SyntaxTree).GetOperation(body, cancellationToken)?.DescendantsAndSelf() ?? [])
            .Select(operation => AmbientRead.From(operation, contexts)?.Accessor).OfType<AmbientAccessor>().Distinct();

    /// <summary>The expression at a position; null where no accessor that can be read there leads to the context.</summary>
    public string? Of(ContextType wanted, IReadOnlyCollection<AmbientAccessor> read, int position, SemanticModel model)
    {
        var declared = wanted.Type.GetMembers().Select(contexts.GetAmbientAccessor).OfType<AmbientAccessor>().Concat(contexts.ConfiguredAccessors);
        return Direct(read) ?? Derived(read) ?? Direct(declared) ?? Derived(declared);

        string? Direct(IEnumerable<AmbientAccessor> accessors) => Yielding(accessors)
            .Where(accessor => accessor.ContextType == wanted).Select(Text).FirstOrDefault(text => text is not null);

        string? Derived(IEnumerable<AmbientAccessor> accessors) => Yielding(accessors)
            .Select(accessor => Text(accessor) is { } text ? lookup.Path(accessor.ContextType!, text, wanted) : null).FirstOrDefault(text => text is not null);

        string? Text(AmbientAccessor accessor) => AmbientText.Of(accessor.Symbol, model, position) is { } text ? text + (IsNullable(accessor) ? "!" : "") : null;
    }

    /// <summary>Those that yield a context to whoever asks; rather one that is never null.</summary>
    private static IEnumerable<AmbientAccessor> Yielding(IEnumerable<AmbientAccessor> accessors) => accessors
        .Where(accessor => accessor is { ReplacedBy: null, ContextType: not null, Symbol: IPropertySymbol or IFieldSymbol or IMethodSymbol { Parameters.IsEmpty: true, Arity: 0 } })
        .OrderBy(IsNullable);

    private static bool IsNullable(AmbientAccessor accessor) => new ContextParameter(accessor.ContextType!, "", accessor.Symbol).IsNullable;
}
