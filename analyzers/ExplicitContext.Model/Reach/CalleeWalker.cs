using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Reach;

/// <summary>Yields every member that an operation tree calls, whether the source names it or a language construct implies it.</summary>
/// <remarks>
/// A static constructor is no callee of what makes it run: it runs once, at whoever happens to come first, and a context cannot be handed to it.
/// What it calls itself is found like that of any other member. A delegate's target is called where the delegate is created.
/// </remarks>
public static class CalleeWalker
{
    /// <summary>The members that one operation itself calls, without those of its children.</summary>
    public static IReadOnlyList<MemberCall> CalleesOf(IOperation operation)
    {
        if (!MayCall(operation))
        {
            return [];
        }

        var callees = new CalleeList();
        if (!AddExplicit(callees, operation))
        {
            AddImplied(callees, operation);
        }

        return callees.Calls;
    }

    // Most operations of a body are none of these; they cost one look at their kind.
    private static bool MayCall(IOperation operation) => operation.Kind switch
    {
        OperationKind.Invocation or OperationKind.ObjectCreation or OperationKind.MethodReference or OperationKind.PropertyReference
            or OperationKind.EventAssignment or OperationKind.CompoundAssignment or OperationKind.Increment or OperationKind.Decrement
            or OperationKind.Await or OperationKind.DeconstructionAssignment or OperationKind.Using or OperationKind.UsingDeclaration
            or OperationKind.RecursivePattern or OperationKind.ListPattern or OperationKind.SlicePattern or OperationKind.ImplicitIndexerReference
            or OperationKind.CollectionExpression or OperationKind.Spread or OperationKind.With or OperationKind.Range or OperationKind.TupleBinary
            or OperationKind.Coalesce or OperationKind.Interpolation or OperationKind.Lock
            or OperationKind.LocalFunction or OperationKind.AnonymousFunction => true,
        OperationKind.Binary => ((IBinaryOperation)operation) is { OperatorMethod: not null } or { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String },
        OperationKind.Unary => ((IUnaryOperation)operation).OperatorMethod is not null,
        OperationKind.Conversion => ((IConversionOperation)operation) is { OperatorMethod: not null } or { Type.IsTupleType: true },
        OperationKind.Loop => operation is IForEachLoopOperation,
        OperationKind.None => operation.Syntax is FixedStatementSyntax,
        _ => false,
    };

    /// <summary>What the source names.</summary>
    private static bool AddExplicit(CalleeList callees, IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation invocation:
                callees.AddNamed(invocation.TargetMethod, invocation.Instance, invocation.ConstrainedToType);
                return true;
            case IObjectCreationOperation creation:
                callees.AddImplied(creation.Constructor);
                return true;
            case IMethodReferenceOperation reference:
                if (!IsOnlyNamed(reference))
                {
                    callees.AddNamed(reference.Method, reference.Instance, reference.ConstrainedToType);
                }

                return true;
            case IPropertyReferenceOperation reference:
                AddAccessors(callees, reference);
                return true;
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation reference } assignment:
                callees.AddNamed(assignment.Adds ? reference.Event.AddMethod : reference.Event.RemoveMethod, reference.Instance, reference.ConstrainedToType);
                return true;
            case IBinaryOperation { OperatorMethod: { } method } binary:
                callees.AddNamed(method, null, binary.ConstrainedToType);
                ShortCircuit.Add(callees, binary);
                return true;
            case IUnaryOperation { OperatorMethod: { } method } unary:
                callees.AddNamed(method, null, unary.ConstrainedToType);
                return true;
            case IConversionOperation { OperatorMethod: { } method } conversion:
                callees.AddNamed(method, null, conversion.ConstrainedToType);
                return true;
            case ICompoundAssignmentOperation assignment:
                callees.AddNamed(assignment.OperatorMethod, assignment.Target, assignment.ConstrainedToType);
                callees.AddImplied(assignment.InConversion.MethodSymbol, assignment.OutConversion.MethodSymbol);
                ImpliedStrings.Add(callees, assignment);
                return true;
            case IIncrementOrDecrementOperation increment:
                callees.AddNamed(increment.OperatorMethod, increment.Target, increment.ConstrainedToType);
                return true;
            default:
                return false;
        }
    }

    /// <summary>What a construct of the language calls without naming it.</summary>
    private static void AddImplied(CalleeList callees, IOperation operation)
    {
        switch (operation)
        {
            case IForEachLoopOperation loop:
                ImpliedEnumeration.Add(callees, loop);
                break;
            case ISpreadOperation spread:
                ImpliedEnumeration.Add(callees, spread);
                break;
            case IUsingOperation or IUsingDeclarationOperation:
                ImpliedDisposal.Add(callees, operation);
                break;
            case IAwaitOperation or ILocalFunctionOperation or IAnonymousFunctionOperation:
                ImpliedAwaiting.Add(callees, operation);
                break;
            case IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model }:
                ImpliedDeconstruction.Add(callees, model.GetDeconstructionInfo(syntax));
                break;
            case IRecursivePatternOperation or IListPatternOperation or ISlicePatternOperation or IImplicitIndexerReferenceOperation:
                ImpliedPatterns.Add(callees, operation);
                break;
            case ICollectionExpressionOperation collection:
                ImpliedCollection.Add(callees, collection);
                break;
            case IWithOperation with:
                callees.AddImplied(with.CloneMethod, with.Operand.Type);
                break;
            case IRangeOperation range:
                callees.AddImplied(range.Method);
                break;
            case ICoalesceOperation coalesce:
                callees.AddImplied(coalesce.ValueConversion.MethodSymbol);
                break;
            case ITupleBinaryOperation or IConversionOperation:
                ImpliedByTuples.Add(callees, operation);
                break;
            case IInterpolationOperation or IBinaryOperation:
                ImpliedStrings.Add(callees, operation);
                break;
            case ILockOperation @lock:
                ImpliedDisposal.AddLock(callees, @lock.LockedValue.Type);
                break;
            default:
                ImpliedPatterns.AddPinned(callees, operation);
                break;
        }
    }

    private static void AddAccessors(CalleeList callees, IPropertyReferenceOperation reference)
    {
        if (IsOnlyNamed(reference))
        {
            return;
        }

        var property = reference.Property;
        var usage = property.ReturnsByRef || property.ReturnsByRefReadonly ? Ambient.AmbientUsage.Read : Ambient.AmbientUsages.Of(reference);
        if (usage.HasFlag(Ambient.AmbientUsage.Read))
        {
            callees.AddNamed(Getter(property), reference.Instance, reference.ConstrainedToType);
        }

        if (usage.HasFlag(Ambient.AmbientUsage.Write))
        {
            callees.AddNamed(Setter(property), reference.Instance, reference.ConstrainedToType);
        }
    }

    /// <summary>The argument of <c>nameof</c> is a chain of members that never runs.</summary>
    private static bool IsOnlyNamed(IOperation operation)
    {
        var outer = operation.Parent;
        while (outer is IMemberReferenceOperation)
        {
            outer = outer.Parent;
        }

        return outer is INameOfOperation;
    }

    /// <summary>An override may declare only one of the accessors; the other is its base's.</summary>
    public static IMethodSymbol? Getter(IPropertySymbol? property) => property is null ? null : property.GetMethod ?? Getter(property.OverriddenProperty);

    /// <summary>The same for what sets it.</summary>
    public static IMethodSymbol? Setter(IPropertySymbol? property) => property is null ? null : property.SetMethod ?? Setter(property.OverriddenProperty);
}
