using ExplicitContext.Model;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>A parameter that a change adds.</summary>
/// <param name="Type">The context that it holds.</param>
/// <param name="Name">Its name, free in every declaration.</param>
/// <param name="Ambient">The accessor that yields the context to a caller who has none; null where none is known.</param>
internal sealed record ContextParameter(ContextType Type, string Name, ISymbol? Ambient)
{
    /// <summary>Whether what callers hand on may be null.</summary>
    public bool IsNullable => (Ambient switch
    {
        IPropertySymbol property => property.NullableAnnotation,
        IFieldSymbol variable => variable.NullableAnnotation,
        IMethodSymbol method => method.ReturnNullableAnnotation,
        _ => NullableAnnotation.None,
    }) == NullableAnnotation.Annotated;

    /// <summary>Whether a type is the context, whichever compilation shows it.</summary>
    public bool Holds(ITypeSymbol? type) => IsSame(Type.Type, type);

    /// <summary>Whether two types are the same, whichever compilations show them.</summary>
    public static bool IsSame(ITypeSymbol one, ITypeSymbol? other) =>
        SymbolEqualityComparer.Default.Equals(one, other?.OriginalDefinition)
        || (other is not null && one.Name == other.Name && one.ContainingAssembly?.Name == other.ContainingAssembly?.Name
            && one.GetDocumentationCommentId() == other.OriginalDefinition.GetDocumentationCommentId());

    /// <summary>The accessor that callers read: one of those that are read here; else one that the type or the configuration names. Rather one that is never null.</summary>
    public static ISymbol? AmbientOf(ContextType context, IEnumerable<AmbientAccessor> read, ContextModel contexts)
    {
        var others = context.Type.GetMembers().Select(contexts.GetAmbientAccessor).OfType<AmbientAccessor>().Concat(contexts.ConfiguredAccessors);
        return Best(read, context) ?? Best(others, context);
    }

    private static ISymbol? Best(IEnumerable<AmbientAccessor> accessors, ContextType context) =>
        (from accessor in accessors
         where accessor.ReplacedBy is null && accessor.ContextType is { } yielded && IsSame(context.Type, yielded.Type)
         where accessor.Symbol is not IMethodSymbol { Parameters.IsEmpty: false }
         orderby new ContextParameter(context, "", accessor.Symbol).IsNullable
         select accessor.Symbol).FirstOrDefault();
}
