using ExplicitContext.Model;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>Says why a member's parameters cannot change, as far as the member itself shows it.</summary>
internal static class FixedSignature
{
    /// <summary>The reason as one sentence; null where there is none.</summary>
    public static string? ReasonFor(IMethodSymbol member, ContextModel contexts) =>
        KindOf(member) is { } kind ? $"{kind} cannot take a parameter."
        : member.Locations.All(location => !location.IsInSource) ? $"'{MemberName.Of(member)}' is declared outside of the solution."
        : member.IsImplicitlyDeclared ? $"'{MemberName.Of(member)}' is written by the compiler; write it out first."
        : member.IsExtern || member.GetDllImportData() is not null ? $"'{MemberName.Of(member)}' is implemented outside of C#, which fixes its parameters."
        : member.IsVararg ? $"'{MemberName.Of(member)}' takes '__arglist'."
        : contexts.IsBoundary(member) ? $"'{MemberName.Of(member)}' is an entry point, where the context comes from."
        : ForeignBase(member) is { } foreign ? $"'{MemberName.Of(member)}' must look like '{MemberName.Of(foreign)}', which is declared outside of the solution."
        : DrivingAttributes.NameOn(member) is { } attribute ? $"'{MemberName.Of(member)}' is called by what finds its [{attribute}], which fixes its parameters."
        : member.ContainingType.IsRecord && EnclosingMember.IsPrimary(member) ? $"The parameters of the record '{member.ContainingType.Name}' are its properties; a context would become one."
        : null;

    /// <summary>Whether an overload that takes the context stands beside the member.</summary>
    public static bool HasTwin(IMethodSymbol member, ContextType context) =>
        member.MethodKind is MethodKind.Ordinary or MethodKind.Constructor
        && member.ContainingType.GetMembers(member.Name).OfType<IMethodSymbol>().Any(candidate => OverloadShape.IsTwin(candidate, member, context));

    private static string? KindOf(IMethodSymbol member) => member.MethodKind switch
    {
        MethodKind.Ordinary or MethodKind.Constructor or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation => null,
        MethodKind.PropertyGet or MethodKind.PropertySet => "An accessor",
        MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.EventRaise => "An event accessor",
        MethodKind.UserDefinedOperator or MethodKind.BuiltinOperator => "An operator",
        MethodKind.Conversion => "A conversion",
        MethodKind.Destructor => "A finalizer",
        MethodKind.StaticConstructor => "A static constructor",
        _ => "This",
    };

    private static IMethodSymbol? ForeignBase(IMethodSymbol member)
    {
        for (var overridden = member.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (!overridden.Locations.Any(location => location.IsInSource))
                return overridden;
        }

        return member.ContainingType.AllInterfaces
            .Where(implemented => !implemented.Locations.Any(location => location.IsInSource))
            .SelectMany(implemented => implemented.GetMembers().OfType<IMethodSymbol>())
            .FirstOrDefault(required => SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(required), member));
    }
}
