using ExplicitContext.Model;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Generators;

/// <summary>The declarations that carry an attribute, as documentation IDs: all that a pipeline may hold of them.</summary>
internal static class Marked
{
    /// <summary>The members and types with an attribute of the toolkit, where their declaration looks as it must.</summary>
    public static IncrementalValueProvider<EquatableArray<string>> With(
        IncrementalGeneratorInitializationContext context, string attribute, string trackingName, Func<SyntaxNode, bool>? looks = null) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName($"{KnownAttributes.Namespace}.{attribute}", (node, _) => looks?.Invoke(node) != false, (target, _) => target.TargetSymbol.GetDocumentationCommentId() ?? "")
            .Collect()
            .Select((ids, _) => new EquatableArray<string>(ids))
            .WithTrackingName(trackingName);

    /// <summary>The accessors that the compilation declares by attribute.</summary>
    public static IncrementalValueProvider<EquatableArray<string>> Accessors(IncrementalGeneratorInitializationContext context) =>
        With(context, KnownAttributes.AmbientAccessor, TrackingNames.DeclaredAccessors);
}
