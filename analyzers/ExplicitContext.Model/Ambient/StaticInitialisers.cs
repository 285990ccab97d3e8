using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Ambient;

/// <summary>Tells code that runs once for a whole process: when a type is initialised, or when a static <c>Lazy</c> is first asked.</summary>
public static class StaticInitialisers
{
    /// <summary>The static member or constructor as whose initialisation an operation runs; null where it can run again.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="containing">The symbol that contains it.</param>
    public static ISymbol? Around(IOperation operation, ISymbol? containing) =>
        Contain(containing) && !IsPutOff(operation) ? (containing as IFieldSymbol)?.AssociatedSymbol ?? containing : null;

    /// <summary>Whether code in a symbol can be such code at all: it initialises a static member, or a type.</summary>
    public static bool Contain(ISymbol? containing) =>
        containing is IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true } or IEventSymbol { IsStatic: true } or IMethodSymbol { MethodKind: MethodKind.StaticConstructor };

    /// <summary>Whether the operation is in a lambda or local function that runs later, as often as someone calls it. That of a <c>Lazy</c> runs once.</summary>
    private static bool IsPutOff(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is ILocalFunctionOperation || outer is IAnonymousFunctionOperation && !IsFactoryOfLazy(outer))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFactoryOfLazy(IOperation lambda)
    {
        var value = lambda.Parent;
        while (value is IDelegateCreationOperation or IConversionOperation)
        {
            value = value.Parent;
        }

        return value is IArgumentOperation { Parent: IObjectCreationOperation { Type: { Name: "Lazy", ContainingNamespace.Name: "System" } } };
    }
}
