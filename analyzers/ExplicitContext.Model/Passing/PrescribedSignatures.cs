using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Passing;

/// <summary>Who decides which parameters a member has.</summary>
public static class PrescribedSignatures
{
    /// <summary>Whether the parameters are prescribed elsewhere: by a base member, an interface, a delegate, or the language.</summary>
    public static bool IsPrescribed(this IMethodSymbol method) =>
        method.IsOverride
        || method.IsExtern
        || method.MethodKind is not (MethodKind.Ordinary or MethodKind.Constructor or MethodKind.LocalFunction)
        || method.ImplementedMembers().Any();

    /// <summary>Whether others stand in for the member, or are prescribed by it: a change concerns a whole family.</summary>
    public static bool IsInFamily(this IMethodSymbol method) =>
        method.IsVirtual || method.IsAbstract || method.ContainingType.TypeKind == TypeKind.Interface || method.IsPrescribed();

    /// <summary>The interface members that a member implements, explicitly or by its name.</summary>
    public static IEnumerable<IMethodSymbol> ImplementedMembers(this IMethodSymbol method) =>
        method.ContainingType is not { TypeKind: not TypeKind.Interface } type || method.MethodKind == MethodKind.LocalFunction ? []
        : !method.ExplicitInterfaceImplementations.IsEmpty ? method.ExplicitInterfaceImplementations
        : from contract in type.AllInterfaces
          from member in contract.GetMembers(method.Name).OfType<IMethodSymbol>()
          where SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method)
          select member;
}
