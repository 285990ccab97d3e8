using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Reach;

/// <summary>What the members call that the compiler writes for a record.</summary>
internal static class RecordMembers
{
    /// <summary>Whether a constructor is the one that <c>with</c> runs.</summary>
    public static bool IsCopyConstructor(IMethodSymbol constructor) =>
        constructor is { IsStatic: false, ContainingType: { IsRecord: true, IsReferenceType: true } type, Parameters.Length: 1 }
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    /// <summary>The members of a record that no source shows and that call others.</summary>
    public static IEnumerable<IMethodSymbol> Of(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>().Where(method => method.IsImplicitlyDeclared
        && (method.MethodKind is MethodKind.Ordinary or MethodKind.UserDefinedOperator || IsCopyConstructor(method)));

    public static void Add(CalleeList callees, IMethodSymbol member)
    {
        var type = member.ContainingType;
        switch (member.Name)
        {
            case "<Clone>$":
                callees.AddImplied(type.InstanceConstructors.FirstOrDefault(IsCopyConstructor));
                break;
            case WellKnownMemberNames.InequalityOperatorName:
                callees.AddImplied(type.GetMembers(WellKnownMemberNames.EqualityOperatorName).OfType<IMethodSymbol>().FirstOrDefault());
                break;
            case WellKnownMemberNames.EqualityOperatorName:
                callees.AddImplied(TypedEquals(type));
                break;
            case WellKnownMemberNames.ObjectEquals when member.Parameters[0].Type.SpecialType == SpecialType.System_Object:
                callees.AddImplied(TypedEquals(type));
                break;
            case WellKnownMemberNames.ObjectEquals when SymbolEqualityComparer.Default.Equals(member.Parameters[0].Type, type):
                AddFromBase(callees, member, TypedEquals(type.BaseType));
                AddPerField(callees, type, WellKnownMemberNames.ObjectEquals);
                break;
            case WellKnownMemberNames.ObjectEquals:
                callees.AddImplied(Method(type, WellKnownMemberNames.ObjectEquals, SpecialType.System_Object));
                break;
            case WellKnownMemberNames.ObjectGetHashCode:
                AddFromBase(callees, member, Method(type.BaseType, WellKnownMemberNames.ObjectGetHashCode, null));
                AddPerField(callees, type, WellKnownMemberNames.ObjectGetHashCode);
                break;
            case WellKnownMemberNames.ObjectToString:
                callees.AddImplied(Method(type, WellKnownMemberNames.PrintMembersMethodName, null));
                break;
            case WellKnownMemberNames.PrintMembersMethodName:
                AddFromBase(callees, member, Method(type.BaseType, WellKnownMemberNames.PrintMembersMethodName, null));
                AddPrinted(callees, type);
                break;
            case WellKnownMemberNames.DeconstructMethodName:
                foreach (var parameter in member.Parameters)
                {
                    callees.AddImplied(CalleeWalker.Getter(type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault()));
                }

                break;
        }
    }

    /// <summary>The base's member, called as <c>base</c> would: it and no override.</summary>
    private static void AddFromBase(CalleeList callees, IMethodSymbol member, IMethodSymbol? inherited)
    {
        var type = member.ContainingType;
        if (type.BaseType is { IsRecord: true })
        {
            callees.AddImplied(inherited, inherited?.ContainingType, isExact: true);
        }
        else if (type.IsReferenceType)
        {
            callees.AddImplied(CalleeWalker.Getter(type.GetMembers("EqualityContract").OfType<IPropertySymbol>().FirstOrDefault()));
        }
    }

    /// <summary>Records compare their fields, those behind properties too, by the default comparer of the field's type.</summary>
    private static void AddPerField(CalleeList callees, INamedTypeSymbol type, string name)
    {
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (!field.IsStatic && field.Type is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } held)
            {
                callees.AddImplied(Method(held, name, name == WellKnownMemberNames.ObjectEquals ? SpecialType.System_Object : null), held);
                if (name == WellKnownMemberNames.ObjectEquals)
                {
                    callees.AddImplied(TypedEquals(held), held);
                }
            }
        }
    }

    private static void AddPrinted(CalleeList callees, INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers().Where(member => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsOverride: false }))
        {
            if (member is IPropertySymbol { IsIndexer: false, GetMethod: not null } property)
            {
                callees.AddImplied(property.GetMethod);
                callees.AddImplied(ImpliedStrings.ToStringOf(property.Type), property.Type);
            }
            else if (member is IFieldSymbol field)
            {
                callees.AddImplied(ImpliedStrings.ToStringOf(field.Type), field.Type);
            }
        }
    }

    private static IMethodSymbol? TypedEquals(INamedTypeSymbol? type) => (type as ITypeSymbol) is { } own ? TypedEquals(own) : null;

    private static IMethodSymbol? TypedEquals(ITypeSymbol type) => type.GetMembers(WellKnownMemberNames.ObjectEquals).OfType<IMethodSymbol>()
        .FirstOrDefault(method => method.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, type));

    private static IMethodSymbol? Method(ITypeSymbol? type, string name, SpecialType? parameter)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method => !method.IsStatic && (parameter is null
                ? method.Parameters.Length == (name == WellKnownMemberNames.PrintMembersMethodName ? 1 : 0)
                : method.Parameters.Length == 1 && method.Parameters[0].Type.SpecialType == parameter)) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
