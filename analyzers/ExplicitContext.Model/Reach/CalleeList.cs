using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Reach;

/// <summary>Collects the calls of one operation and decides for each which members may run: an exact receiver leaves one, any other its type's overrides.</summary>
internal sealed class CalleeList
{
    private readonly List<MemberCall> calls = [];

    public IReadOnlyList<MemberCall> Calls => calls;

    /// <summary>A call that the source names, on a receiver that it shows.</summary>
    public void AddNamed(IMethodSymbol? method, IOperation? instance, ITypeSymbol? constrainedTo)
    {
        if (method is null or { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.DelegateInvoke or MethodKind.BuiltinOperator })
        {
            AddInstantiated(method);
            return;
        }

        var receiver = method.IsStatic ? constrainedTo : Seen(instance);
        if (IsNarrower(receiver, method) && instance is not IInstanceReferenceOperation { Syntax: BaseExpressionSyntax })
        {
            AddImplied(method, Bound(receiver, method), IsExact(Origin(instance)));
            return;
        }

        var isVirtual = CanBeReplaced(method)
            && instance is not IInstanceReferenceOperation { Syntax: BaseExpressionSyntax }
            && !(IsExact(instance) && method.ContainingType.TypeKind != TypeKind.Interface)
            && !(IsFinal(receiver) && method.ContainingType.TypeKind != TypeKind.Interface);
        calls.Add(new(ExtensionBlocks.Written(method), isVirtual, isVirtual ? Bound(receiver, method) : null));
        AddInstantiated(method);
    }

    /// <summary>A call that the language implies on an object of a type: where the type is known well enough, its own member is called.</summary>
    public void AddImplied(IMethodSymbol? method, ITypeSymbol? receiver, bool isExact = false)
    {
        if (method is null)
        {
            return;
        }

        AddInstantiated(method);
        method = method.ReducedFrom ?? method;
        if (method.IsStatic || !CanBeReplaced(method))
        {
            calls.Add(new(method, IsVirtual: method.IsStatic && CanBeReplaced(method), null));
            return;
        }

        if (receiver is null or { TypeKind: TypeKind.Interface or TypeKind.TypeParameter or TypeKind.Dynamic })
        {
            calls.Add(new(method, true, Bound(receiver, method)));
            return;
        }

        if (OwnOf(receiver, method) is not { } own)
        {
            calls.Add(new(method, true, receiver));
            return;
        }

        isExact |= IsFinal(receiver);
        var isVirtual = !isExact && CanBeReplaced(own);
        calls.Add(new(own, isVirtual, isVirtual ? Bound(receiver, own) : null));
        if (!isExact && method.ContainingType.TypeKind == TypeKind.Interface)
        {
            calls.Add(new(method, true, receiver) { IsOnlyBelow = true });
        }
    }

    /// <summary>Members called on what they belong to: static ones, constructors, operators, accessors of an implied receiver.</summary>
    public void AddImplied(params IMethodSymbol?[] methods)
    {
        foreach (var method in methods)
        {
            AddImplied(method, method is { IsStatic: false } ? method.ContainingType : null);
        }
    }

    /// <summary>The type that an operand shows before it is converted to a base type or an interface.</summary>
    public static ITypeSymbol? Seen(IOperation? operand) => Unwrapped(Origin(operand)?.Type);

    private static IOperation? Origin(IOperation? operand)
    {
        while (operand is IConversionOperation { OperatorMethod: null, Type.IsReferenceType: true, Conversion: { IsImplicit: true, IsUserDefined: false }, Operand: { Type: not null } inner })
        {
            operand = inner;
        }

        return operand;
    }

    /// <summary>The type in a nullable value type; any other as it is.</summary>
    public static ITypeSymbol? Unwrapped(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>Whether nothing derives from the type, so that each of its objects runs the same members.</summary>
    public static bool IsFinal(ITypeSymbol? type) => type is { IsSealed: true, TypeKind: not TypeKind.TypeParameter } or { TypeKind: TypeKind.Array or TypeKind.Struct or TypeKind.Enum or TypeKind.Delegate };

    public static bool IsExact(IOperation? instance) => instance is IObjectCreationOperation
        or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver, Type.TypeKind: TypeKind.Class, Parent.Parent.Parent: IObjectCreationOperation };

    private void AddInstantiated(IMethodSymbol? method)
    {
        foreach (var constructor in ImpliedInstances.Of(method))
        {
            calls.Add(new(constructor, IsVirtual: false, Receiver: null));
        }
    }

    private static bool CanBeReplaced(IMethodSymbol method) =>
        (method.IsVirtual || method.IsAbstract || method.IsOverride) && !method.IsSealed && method.ContainingType is { IsSealed: false };

    /// <summary>A type parameter is what its constraints say. Every object is an <c>object</c>, so that this says nothing.</summary>
    private static ITypeSymbol? Bound(ITypeSymbol? receiver, IMethodSymbol method)
    {
        if (receiver is ITypeParameterSymbol parameter)
        {
            var bounds = parameter.ConstraintTypes;
            receiver = bounds.FirstOrDefault(bound => IsOrInherits(bound, method.ContainingType)) ?? bounds.FirstOrDefault();
            return receiver is ITypeParameterSymbol ? Bound(receiver, method) : Bound(receiver ?? method.ContainingType, method);
        }

        return receiver is null or { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType } or { TypeKind: TypeKind.Dynamic } ? null : receiver;
    }

    private static bool IsOrInherits(ITypeSymbol type, ITypeSymbol other)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, other.OriginalDefinition))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, other.OriginalDefinition));
    }

    /// <summary>Whether what is known of the receiver is a class or struct other than the type whose member is named, so that the member that runs is its own.</summary>
    private static bool IsNarrower(ITypeSymbol? receiver, IMethodSymbol method) =>
        !method.IsStatic
        && CanBeReplaced(method)
        && Bound(receiver, method) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } known
        && !SymbolEqualityComparer.Default.Equals(known.OriginalDefinition, method.ContainingType.OriginalDefinition);

    /// <summary>The member of a class or struct that runs where a base's or an interface's is called; null where that is not known, as after a variant conversion.</summary>
    private static IMethodSymbol? OwnOf(ITypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            // A base's implementation may be overridden in between.
            return type.FindImplementationForInterfaceMember(method.ConstructedFrom) is IMethodSymbol implementing
                ? implementing.ContainingType.TypeKind == TypeKind.Interface ? implementing : OwnOf(type, implementing)
                : null;
        }

        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var member in at.GetMembers(method.Name))
            {
                if (member is IMethodSymbol candidate && Overrides(candidate, method))
                {
                    return candidate;
                }
            }
        }

        return method;
    }

    private static bool Overrides(IMethodSymbol candidate, IMethodSymbol method)
    {
        for (var at = candidate; at is not null; at = at.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, method.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
