using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>The shape of a context-passing overload: exactly the legacy parameters, and the context before them.</summary>
public static class OverloadShape
{
    /// <summary>Where the context stands among the parameters: first, or after the receiver of a classic extension method.</summary>
    public static int ContextOrdinal(IMethodSymbol legacy) => legacy.IsExtensionMethod ? 1 : 0;

    /// <summary>What the overload of a member is called: as the member, or <c>GetX</c> and <c>SetX</c> for the accessors of <c>X</c>, which cannot take an argument, and <c>Add</c> for <c>+</c>.</summary>
    public static string NameFor(IMethodSymbol legacy) => legacy.AssociatedSymbol switch
    {
        IPropertySymbol { IsIndexer: true } => WellKnownMemberNames.Indexer,
        IPropertySymbol property => (legacy.MethodKind == MethodKind.PropertySet ? "Set" : "Get") + MemberNames.Simple(property),
        _ when OperatorMethods.IsOperator(legacy) => OperatorMethods.For(legacy),
        _ => MemberNames.Simple(legacy),
    };

    /// <summary>The members of a name among which the twin of a member stands, if there is one. The accessors of an indexer are one.</summary>
    internal static IEnumerable<IMethodSymbol> Candidates(IMethodSymbol legacy, string name) =>
        ExtensionBlocks.SameReceiver(legacy.ContainingType)
            .SelectMany(type => type.GetMembers(name))
            .Select(member => member is IPropertySymbol { IsIndexer: true } indexer ? indexer.GetMethod ?? indexer.SetMethod : member as IMethodSymbol)
            .OfType<IMethodSymbol>();

    /// <summary>Whether <paramref name="candidate"/> is the twin of <paramref name="legacy"/> that takes <paramref name="context"/> besides.</summary>
    public static bool IsTwin(IMethodSymbol candidate, IMethodSymbol legacy, ContextType context)
    {
        var ordinal = ContextOrdinal(legacy);
        return candidate.Parameters.Length == legacy.Parameters.Length + 1
            && candidate.IsStatic == legacy.IsStatic
            && candidate.Arity == legacy.Arity
            && SymbolEqualityComparer.Default.Equals(candidate.Parameters[ordinal].Type.OriginalDefinition, context.Type)
            && legacy.Parameters.Zip(InTermsOf(legacy, candidate).Parameters.RemoveAt(ordinal), IsSame).All(same => same);
    }

    /// <summary>Whether two methods take the same parameters.</summary>
    public static bool IsAlike(IMethodSymbol one, IMethodSymbol other) =>
        one.Arity == other.Arity
        && one.Parameters.Length == other.Parameters.Length
        && one.Parameters.Zip(InTermsOf(one, other).Parameters, IsSame).All(same => same);

    /// <summary>A method of the same arity with the type parameters of another one, so that their types can be compared.</summary>
    public static IMethodSymbol InTermsOf(IMethodSymbol legacy, IMethodSymbol candidate)
    {
        candidate = ExtensionBlocks.InTermsOf(legacy.ContainingType, candidate);
        return legacy.Arity == 0 ? candidate : candidate.Construct([.. legacy.TypeParameters]);
    }

    private static bool IsSame(IParameterSymbol one, IParameterSymbol other) =>
        one.RefKind == other.RefKind && SymbolEqualityComparer.Default.Equals(one.Type, other.Type);
}
