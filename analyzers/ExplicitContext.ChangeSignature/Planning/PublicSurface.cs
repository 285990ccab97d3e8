using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>What assemblies outside of the solution may call.</summary>
internal static class PublicSurface
{
    /// <summary>Whether a member can be seen outside of its assembly, as its callers or its heirs see it.</summary>
    public static bool Includes(IMethodSymbol member)
    {
        if (member.MethodKind == MethodKind.LocalFunction)
            return false;
        for (ISymbol? symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                return false;
        }

        return true;
    }

    /// <summary>Why no overload can stand beside the member of a public signature, as one sentence; null where one can.</summary>
    public static string? ReasonAgainstOverload(IMethodSymbol member) =>
        member.IsVirtual || member.IsAbstract || member.IsOverride || member.ContainingType.TypeKind == TypeKind.Interface
            ? $"'{MemberName.Of(member)}' is public and can be overridden outside of the solution, where nobody would override an overload beside it."
            : EnclosingMember.IsPrimary(member) ? $"'{MemberName.Of(member)}' is a public primary constructor, which no other one can replace; write it as an ordinary one first."
            : null;
}
