using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>Members as messages and as source name them.</summary>
internal static class MemberName
{
    /// <summary>The member in a message: <c>Walker.Walk</c>.</summary>
    public static string Of(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } => member.Name,
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } @operator => MemberNames.Qualified(@operator),
        _ => $"{member.ContainingType.Name}.{Simple(member)}",
    };

    /// <summary>The name by which source refers to the member: that of the type for a constructor.</summary>
    public static string Simple(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => member.ContainingType.Name,
        _ => MemberNames.Simple(member),
    };
}
