using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Shims;

/// <summary>Finds the member that a shim forwards to: the same, but for the context that it takes first.</summary>
internal sealed class ShimTwins(ContextModel contexts)
{
    /// <summary>What the explicit method of a member or accessor is called.</summary>
    public static string NameOf(IMethodSymbol legacy) => legacy.MethodKind switch
    {
        MethodKind.PropertyGet => "Get" + legacy.AssociatedSymbol!.MetadataName,
        MethodKind.PropertySet => "Set" + legacy.AssociatedSymbol!.MetadataName,
        MethodKind.EventAdd => "Add" + legacy.AssociatedSymbol!.Name,
        MethodKind.EventRemove => "Remove" + legacy.AssociatedSymbol!.Name,
        _ => legacy.Name,
    };

    /// <summary>All methods that take a context, and besides what the member takes.</summary>
    public IReadOnlyList<ShimCall> Of(IMethodSymbol legacy) =>
    [
        .. legacy.ContainingType.GetMembers(NameOf(legacy)).OfType<IMethodSymbol>().Concat(Indexers(legacy))
            .Where(candidate => candidate.Parameters.Length == legacy.Parameters.Length + 1
                && candidate.IsStatic == legacy.IsStatic
                && candidate.Arity == legacy.Arity
                && candidate.PartialDefinitionPart is null)
            .Select(candidate => Match(candidate, legacy))
            .OfType<ShimCall>(),
    ];

    /// <summary>An indexer can take the context as any other argument, so that no method need stand for it.</summary>
    private static IEnumerable<IMethodSymbol> Indexers(IMethodSymbol legacy) => legacy.AssociatedSymbol is IPropertySymbol { IsIndexer: true }
        ? legacy.ContainingType.GetMembers(WellKnownMemberNames.Indexer).OfType<IPropertySymbol>()
            .Select(indexer => legacy.MethodKind == MethodKind.PropertyGet ? indexer.GetMethod : indexer.SetMethod)
            .OfType<IMethodSymbol>()
        : [];

    /// <summary>Whether a call with exactly these arguments could go to another method, which the language is told to prefer.</summary>
    public static IMethodSymbol? PreferredTo(ShimCall call) => call.Explicit.ContainingType.GetMembers(call.Explicit.Name).OfType<IMethodSymbol>()
        .FirstOrDefault(other => Priority(other) > Priority(call.Explicit)
            && other.Parameters.Count(parameter => parameter is { IsOptional: false, IsParams: false }) <= call.Explicit.Parameters.Length
            && (other.Parameters.Length >= call.Explicit.Parameters.Length || other.Parameters.Any(parameter => parameter.IsParams)));

    /// <summary>Why the explicit method cannot be forwarded to though it takes what it should; null where it can.</summary>
    public static string? Mismatch(ShimCall call)
    {
        var twin = OverloadShape.InTermsOf(call.Legacy, call.Explicit);
        return call.Legacy.MethodKind == MethodKind.Constructor
            || (SymbolEqualityComparer.Default.Equals(twin.ReturnType, call.Legacy.ReturnType) && IsReturnedAlike(twin, call.Legacy))
            ? null
            : $"it returns '{Returned(twin)}' and not '{Returned(call.Legacy)}'";
    }

    private ShimCall? Match(IMethodSymbol candidate, IMethodSymbol legacy)
    {
        var twin = OverloadShape.InTermsOf(legacy, candidate);
        foreach (var ordinal in new[] { OverloadShape.ContextOrdinal(legacy), 0 }.Distinct())
        {
            if (contexts.GetContextType(candidate.Parameters[ordinal].Type) is { } context
                && candidate.Parameters[ordinal].RefKind is RefKind.None or RefKind.In
                && legacy.Parameters.Zip(twin.Parameters.RemoveAt(ordinal), IsSame).All(same => same))
            {
                return new(legacy, candidate, ordinal, context);
            }
        }

        return null;
    }

    private static bool IsSame(IParameterSymbol one, IParameterSymbol other) => one.RefKind == other.RefKind && SymbolEqualityComparer.Default.Equals(one.Type, other.Type);

    private static bool IsReturnedAlike(IMethodSymbol twin, IMethodSymbol legacy) =>
        twin.RefKind == legacy.RefKind || (twin.RefKind == RefKind.Ref && legacy.RefKind == RefKind.RefReadOnly);

    private static string Returned(IMethodSymbol method) =>
        (method.RefKind switch { RefKind.Ref => "ref ", RefKind.RefReadOnly => "ref readonly ", _ => "" }) + method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static int Priority(IMethodSymbol method) =>
        method.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "OverloadResolutionPriorityAttribute")?.ConstructorArguments.FirstOrDefault().Value as int? ?? 0;
}
