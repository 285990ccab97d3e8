using ExplicitContext.Model.Reach.Carrying;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Reach;

/// <summary>
/// Names types as receivers. A generic type with known arguments is another one than with other arguments, so that a call on an
/// <c>IVisitor&lt;int&gt;</c> does not reach a visitor of strings; where variance converts between them, or an argument is a type parameter, all are one.
/// </summary>
internal static class TypeKeys
{
    private const string AnyArguments = "{*}";

    /// <summary>The key of a receiver's type.</summary>
    public static string? OfReceiver(ITypeSymbol type, MemberKeys keys) => keys.Of(type) is { } key ? Arguments(type) is { } arguments and not AnyArguments ? key + arguments : key : null;

    /// <summary>The keys under which a type, or one that derives from it, is found: for all its arguments at once, and for those that it has.</summary>
    public static IEnumerable<string> OfBase(ITypeSymbol type, MemberKeys keys)
    {
        if (keys.Of(type) is { } key)
        {
            yield return key;
            if (Arguments(type) is { } arguments)
            {
                yield return key + arguments;
            }
        }
    }

    /// <summary>For a receiver with known arguments, the key of the types that could have any; else null.</summary>
    public static string? AnyOf(string receiverKey) => receiverKey.IndexOf('{') is var brace and > 0 ? receiverKey.Substring(0, brace) + AnyArguments : null;

    /// <summary>The key of a type without the arguments that a receiver has.</summary>
    public static string DefinitionOf(string receiverKey) => receiverKey.IndexOf('{') is var brace and > 0 ? receiverKey.Substring(0, brace) : receiverKey;

    /// <summary>The key of the type to which a member belongs; null for what is no member.</summary>
    public static string? OfMember(string memberKey) => MemberId.Parse(memberKey) is { } member ? $"{member.Assembly}/T:{member.Type}" : null;

    /// <summary>The name of a type as code says it without what is around it and without arguments.</summary>
    public static string SimpleNameOf(string key)
    {
        var name = DefinitionOf(key);
        return name.Substring(name.LastIndexOfAny(['.', ':']) + 1).Split('`')[0];
    }

    private static string? Arguments(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { Arity: > 0, IsTupleType: false, ContainingType: not { IsGenericType: true } } named || named.TypeParameters.Any(parameter => parameter.Variance != VarianceKind.None))
        {
            return null;
        }

        return named.TypeArguments.All(IsKnown) ? "{" + string.Join(",", named.TypeArguments.Select(DocumentationCommentId.CreateReferenceId)) + "}" : AnyArguments;
    }

    private static bool IsKnown(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsKnown(array.ElementType),
        INamedTypeSymbol { TypeKind: not TypeKind.Error } named => named.TypeArguments.All(IsKnown) && (named.ContainingType is null || IsKnown(named.ContainingType)),
        _ => false,
    };
}
