using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Ambient;

/// <summary>How an operation names and uses a member.</summary>
public static class AmbientUsages
{
    /// <summary>The member that an operation names, or null.</summary>
    public static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IMemberReferenceOperation reference => reference.Member,
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };

    /// <summary>What is done with the value or storage that an operation names.</summary>
    public static AmbientUsage Of(IOperation operation) => operation.Parent switch
    {
        ICompoundAssignmentOperation assignment when assignment.Target == operation => AmbientUsage.Read | AmbientUsage.Write,
        ICoalesceAssignmentOperation assignment when assignment.Target == operation => AmbientUsage.Read | AmbientUsage.Write,
        IIncrementOrDecrementOperation => AmbientUsage.Read | AmbientUsage.Write,
        IAssignmentOperation assignment when assignment.Target == operation => AmbientUsage.Write,
        IArgumentOperation { Parameter.RefKind: RefKind.Out } => AmbientUsage.Write,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref } => AmbientUsage.Read | AmbientUsage.Write,
        ITupleOperation tuple when IsDeconstructionTarget(tuple) => AmbientUsage.Write,
        IEventAssignmentOperation => AmbientUsage.Read | AmbientUsage.Write,
        _ => AmbientUsage.Read,
    };

    /// <summary>Whether an operation is only named and never run.</summary>
    public static bool IsInNameOf(this IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is INameOfOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDeconstructionTarget(IOperation tuple) => tuple.Parent switch
    {
        IDeconstructionAssignmentOperation assignment => assignment.Target == tuple,
        ITupleOperation outer => IsDeconstructionTarget(outer),
        _ => false,
    };
}
