using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>
/// What an overload is called where the usual name would touch what exists: the usual name, <c>With</c>, and the type of its context, <c>FooWithEngine</c>. Where that
/// is taken, a number makes it another.
/// </summary>
public static class OwnNames
{
    private const string Joint = "With";
    private const int Most = 9;

    /// <summary>The names, the best first.</summary>
    public static IEnumerable<string> For(string usual, ContextType context) =>
        Enumerable.Range(1, Most).Select(number => usual + Joint + context.Type.Name + (number == 1 ? "" : number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Whether a method is the overload of a member by such a name. It must yield what the member does, since the name alone says little.</summary>
    public static bool IsTwin(IMethodSymbol candidate, IMethodSymbol legacy, ContextType context) =>
        candidate.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
        && For(OverloadShape.NameFor(legacy), context).Contains(MemberNames.Simple(candidate))
        && OverloadShape.IsTwin(candidate, legacy, context)
        && SymbolEqualityComparer.Default.Equals(legacy.ReturnType, OverloadShape.InTermsOf(legacy, candidate).ReturnType);

    /// <summary>The methods beside a member that may be its overload by their names.</summary>
    public static IEnumerable<IMethodSymbol> CandidatesFor(IMethodSymbol legacy)
    {
        if (!CanHaveOne(legacy))
        {
            return [];
        }

        var start = OverloadShape.NameFor(legacy) + Joint;
        var members = ExplicitImplementations.Of((ISymbol?)legacy.AssociatedSymbol ?? legacy).Any()
            ? legacy.ContainingType.GetMembers().Where(member => MemberNames.Simple(member).StartsWith(start, StringComparison.Ordinal))
            : ExtensionBlocks.SameReceiver(legacy.ContainingType).SelectMany(type => type.MemberNames.Where(name => name.StartsWith(start, StringComparison.Ordinal)).SelectMany(name => type.GetMembers(name)));
        return members.OfType<IMethodSymbol>();
    }

    /// <summary>Whether an overload of a member has a name that can be chosen.</summary>
    public static bool CanHaveOne(IMethodSymbol legacy) =>
        legacy.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertyGet or MethodKind.PropertySet
        && legacy.AssociatedSymbol is not IPropertySymbol { IsIndexer: true };

    /// <summary>The usual names that a name may have been made of.</summary>
    public static IEnumerable<string> UsualIn(string name) => name.IndexOf(Joint, StringComparison.Ordinal) >= 0 ? StartsIn(name) : [];

    private static IEnumerable<string> StartsIn(string name)
    {
        for (var at = name.IndexOf(Joint, 1, StringComparison.Ordinal); at > 0; at = name.IndexOf(Joint, at + 1, StringComparison.Ordinal))
        {
            yield return name.Substring(0, at);
        }
    }
}
