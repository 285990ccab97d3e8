using ExplicitContext.Model.Reach;

namespace ExplicitContext.Model.Incremental;

/// <summary>
/// Of which types an object can be while a member of another type is called on it, by simple names. Takes too many, never too few. To find out is not safe for concurrent use.
/// </summary>
/// <param name="index">The types that are declared here.</param>
/// <param name="pass">The numbers of names.</param>
/// <param name="bases">What is above them, in references too; asked for where that matters.</param>
internal sealed class RelatedTypes(DeclarationIndex index, NamePass pass, Lazy<IEnumerable<TypeBases>> bases)
{
    private readonly Dictionary<int, HashSet<string>> outside = [];
    private readonly Lazy<ILookup<string, string>> above = new(() => bases.Value
        .SelectMany(type => type.BaseKeys.Items.Select(key => (Type: TypeKeys.SimpleNameOf(type.TypeKey), Above: TypeKeys.SimpleNameOf(key))))
        .Where(pair => !index.IsType(pair.Above)).Distinct().ToLookup(pair => pair.Type, pair => pair.Above, StringComparer.Ordinal));

    /// <summary>Whether nothing can be told of an object of a type. Safe for concurrent use.</summary>
    public bool IsUnknown(string type) => type is "Object" or "ValueType" or "Enum" or "Delegate" or "MulticastDelegate" || index.IsAlias(type);

    /// <summary>Whether an object of a type, or the type itself, can lead to a member that another one declares.</summary>
    public bool CanLeadTo(int declaring, string type) =>
        (pass.NumberOf(type) is var number and not NumberedBody.None && pass.RelativesOf(declaring).Contains(number)) || (!index.IsType(type) && Outside(declaring).Contains(type));

    private HashSet<string> Outside(int declaring)
    {
        if (!outside.TryGetValue(declaring, out var types))
        {
            outside.Add(declaring, types = new(index.FamilyOf(pass.NameOf(declaring)).SelectMany(derived => above.Value[derived]), StringComparer.Ordinal));
        }

        return types;
    }
}
