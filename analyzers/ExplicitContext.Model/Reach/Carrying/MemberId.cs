using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Rewriting;

namespace ExplicitContext.Model.Reach.Carrying;

/// <summary>The parts of a member's key: assembly, kind, type, and the member in it.</summary>
/// <param name="Assembly">The name of the assembly.</param>
/// <param name="Kind">The letter of the documentation ID.</param>
/// <param name="Type">The documentation ID of the containing type, without its letter.</param>
/// <param name="Member">The rest of the ID: name, arity, parameters.</param>
public sealed record MemberId(string Assembly, char Kind, string Type, string Member)
{
    /// <summary>Takes a key apart; null where it is none of a member.</summary>
    public static MemberId? Parse(string key)
    {
        var slash = key.IndexOf('/');
        var id = key.Substring(slash + 1);
        if (slash < 0 || id.Length < 3 || id[1] != ':')
        {
            return null;
        }

        var end = id.IndexOf('(');
        var dot = id.LastIndexOf('.', (end < 0 ? id.Length : end) - 1);
        return dot > 2 && dot < id.Length - 1 ? new(key.Substring(0, slash), id[0], id.Substring(2, dot - 2), id.Substring(dot + 1)) : null;
    }

    /// <summary>Whether a key is that of a type.</summary>
    public static bool IsOfType(string key) => key.IndexOf("/T:", StringComparison.Ordinal) is var slash and > 0 && slash == key.IndexOf('/') && key.Length > slash + 3;

    /// <summary>The key of the type that contains the member.</summary>
    public string TypeKey => $"{Assembly}/T:{Type}";

    /// <summary>The key.</summary>
    public string Key => $"{Assembly}/{Kind}:{Type}.{Member}";

    /// <summary>The simple name of the type.</summary>
    public string TypeName => WithoutArity(Type.Substring(Type.LastIndexOf('.') + 1));

    /// <summary>The member's name as metadata has it: <c>get_Depth</c>, <c>.ctor</c>, <c>op_Addition</c>.</summary>
    public string MetadataName => WithoutArity(Member.Split('(', '~')[0]).Replace('#', '.');

    /// <summary>The member as a message names it.</summary>
    public string DisplayName => MetadataName switch
    {
        ".ctor" => TypeName + " constructor",
        ".cctor" => TypeName + " static constructor",
        _ => $"{WrittenTypeName}.{MemberNames.OfOperator(SimpleName)}",
    };

    /// <summary>The name by which code may call the member; see <see cref="ReachableName"/>.</summary>
    public string NameInCode => MetadataName switch
    {
        ".ctor" => ImpliedNames.Construction(TypeName),
        "get_Item" or "set_Item" => ImpliedNames.Indexer,
        var name when name.StartsWith("op_", StringComparison.Ordinal) => OperatorNames.InCode(name),
        _ => SimpleName,
    };

    /// <summary>Whether the member implements one of an interface explicitly, so that its name is that of the interface and of the member.</summary>
    public bool IsExplicit => Member.IndexOf('#') > 0;

    private string SimpleName
    {
        get
        {
            var name = MetadataName.Substring(MetadataName.LastIndexOf('.') + 1);
            foreach (var prefix in new[] { "get_", "set_", "add_", "remove_" })
            {
                if (name.StartsWith(prefix, StringComparison.Ordinal))
                {
                    return name.Substring(prefix.Length);
                }
            }

            return name;
        }
    }

    /// <summary>The simple name of the type as somebody wrote it: that of the class around an extension block, to which the compiler gives a name like <c>&lt;G&gt;$1F</c>.</summary>
    private string WrittenTypeName => WithoutArity(Type.Split('.').LastOrDefault(part => !part.StartsWith("<", StringComparison.Ordinal)) ?? Type);

    private static string WithoutArity(string name) => name.Split('`')[0];
}
