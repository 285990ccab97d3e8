using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Reach;

/// <summary>Yields every member that an operation tree calls, whether the source names it or a language construct implies it.</summary>
public static class CalleeWalker
{
    /// <summary>The members that one operation itself calls, without those of its children. The flag tells whether the call is virtual.</summary>
    public static IEnumerable<(ISymbol Callee, bool IsVirtual)> CalleesOf(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation invocation:
                return [(invocation.TargetMethod, invocation.IsVirtual)];
            case IObjectCreationOperation { Constructor: { } constructor }:
                return [(constructor, false)];
            case IMethodReferenceOperation reference:
                return [(reference.Method, reference.IsVirtual)];
            case IPropertyReferenceOperation reference:
                return Accessors(reference);
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation reference } assignment:
                return Implied(assignment.Adds ? reference.Event.AddMethod : reference.Event.RemoveMethod);
            case IBinaryOperation { OperatorMethod: { } method }:
                return Implied(method);
            case IUnaryOperation { OperatorMethod: { } method }:
                return Implied(method);
            case IConversionOperation { OperatorMethod: { } method }:
                return Implied(method);
            case ICompoundAssignmentOperation { OperatorMethod: { } method }:
                return Implied(method);
            case IIncrementOrDecrementOperation { OperatorMethod: { } method }:
                return Implied(method);
            case IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model }:
                var each = model.GetForEachStatementInfo(syntax);
                return Implied(each.GetEnumeratorMethod, each.MoveNextMethod, each.CurrentProperty?.GetMethod, DisposerOfEnumerator(each));
            case IAwaitOperation { Syntax: AwaitExpressionSyntax syntax, SemanticModel: { } model }:
                var awaited = model.GetAwaitExpressionInfo(syntax);
                return Implied(awaited.GetAwaiterMethod, awaited.IsCompletedProperty?.GetMethod, awaited.GetResultMethod);
            case IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model }:
                return Deconstructors(model.GetDeconstructionInfo(syntax));
            case IUsingOperation @using:
                return DisposedBy(@using.Resources, @using.IsAsynchronous);
            case IUsingDeclarationOperation declaration:
                return DisposedBy(declaration.DeclarationGroup, declaration.IsAsynchronous);
            default:
                return [];
        }
    }

    private static IEnumerable<(ISymbol, bool)> Accessors(IPropertyReferenceOperation reference)
    {
        var usage = Ambient.AmbientUsages.Of(reference);
        var isVirtual = reference.Instance is not IInstanceReferenceOperation { Syntax: BaseExpressionSyntax };
        if (usage.HasFlag(Ambient.AmbientUsage.Read) && Getter(reference.Property) is { } getter)
        {
            yield return (getter, isVirtual && IsOverridable(getter));
        }

        if (usage.HasFlag(Ambient.AmbientUsage.Write) && Setter(reference.Property) is { } setter)
        {
            yield return (setter, isVirtual && IsOverridable(setter));
        }
    }

    /// <summary>An override may declare only one of the accessors; the other is its base's.</summary>
    private static IMethodSymbol? Getter(IPropertySymbol? property) => property is null ? null : property.GetMethod ?? Getter(property.OverriddenProperty);

    private static IMethodSymbol? Setter(IPropertySymbol? property) => property is null ? null : property.SetMethod ?? Setter(property.OverriddenProperty);

    private static IEnumerable<(ISymbol, bool)> Implied(params IMethodSymbol?[] methods) =>
        methods.OfType<IMethodSymbol>().Select(method => ((ISymbol)method, IsOverridable(method)));

    private static IEnumerable<(ISymbol, bool)> Deconstructors(DeconstructionInfo info) =>
        Implied(info.Method).Concat(info.Nested.SelectMany(Deconstructors));

    private static IEnumerable<(ISymbol, bool)> DisposedBy(IOperation resources, bool isAsynchronous)
    {
        var name = isAsynchronous ? "DisposeAsync" : "Dispose";
        var types = resources is IVariableDeclarationGroupOperation group
            ? group.Declarations.SelectMany(declaration => declaration.Declarators).Select(ITypeSymbol? (declarator) => declarator.Symbol.Type)
            : [resources.Type];
        return types.OfType<ITypeSymbol>().SelectMany(type => Implied(Disposer(type, name)));
    }

    /// <summary>
    /// Of an enumerator whose type is only an interface nothing is known; taking every disposable type of the program for it would tie all loops
    /// to all of them. What an iterator does at its end is in its own body.
    /// </summary>
    private static IMethodSymbol? DisposerOfEnumerator(ForEachStatementInfo each) =>
        each is { DisposeMethod: not null, GetEnumeratorMethod.ReturnType: { TypeKind: not TypeKind.Interface } type }
            ? Disposer(type, each.IsAsynchronous ? "DisposeAsync" : "Dispose")
            : null;

    private static IMethodSymbol? Disposer(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.IsEmpty) is { } method)
            {
                return method;
            }
        }

        return type.AllInterfaces.SelectMany(implemented => implemented.GetMembers(name)).OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.IsEmpty);
    }

    private static bool IsOverridable(IMethodSymbol method) =>
        (method.IsVirtual || method.IsAbstract || method.IsOverride) && !method.IsSealed && method.ContainingType is { IsSealed: false };
}
