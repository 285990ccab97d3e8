using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers;

/// <summary>What the body around an operation tells of its local variables.</summary>
internal static class Locals
{
    /// <summary>The outermost operation that an operation is part of.</summary>
    public static IOperation BodyAround(IOperation operation)
    {
        while (operation.Parent is { } outer)
            operation = outer;
        return operation;
    }

    /// <summary>The value that a local is declared with, where it never gets another one; else null.</summary>
    /// <param name="local">The local.</param>
    /// <param name="use">A use of it.</param>
    public static IOperation? OnlyValueOf(ILocalSymbol local, IOperation use)
    {
        IOperation? value = null;
        foreach (var operation in BodyAround(use).Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Symbol: var declared } declarator when Is(declared, local):
                    value = declarator.GetVariableInitializer()?.Value;
                    break;
                case ILocalReferenceOperation { Local: var named } reference when Is(named, local) && IsWritten(reference):
                    return null;
            }
        }

        return value;
    }

    /// <summary>Whether a variable is declared outside of a function that uses it.</summary>
    public static bool IsDeclaredOutside(ISymbol variable, SyntaxNode function) =>
        variable.DeclaringSyntaxReferences.All(reference => reference.SyntaxTree != function.SyntaxTree || !function.Span.Contains(reference.Span));

    /// <summary>The symbol that a finding about an expression is known by.</summary>
    public static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => local,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        IMemberReferenceOperation { Member: var member } => member,
        IInvocationOperation { TargetMethod: var method } => method,
        _ => operation.Type,
    };

    private static bool Is(ILocalSymbol one, ILocalSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    private static bool IsWritten(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation argument => argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref },
        IIncrementOrDecrementOperation => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation } => true,
        _ => false,
    };
}
