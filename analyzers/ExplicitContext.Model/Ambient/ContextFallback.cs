using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Ambient;

/// <summary>An ambient read that stands in for a context that may be missing: <c>engine ?? Engine.Current</c>.</summary>
/// <param name="Value">The context that may be missing.</param>
/// <param name="Whole">The expression, or the statement where it is an assignment, that replaces it.</param>
public sealed record ContextFallback(IOperation Value, IOperation Whole)
{
    /// <summary>The fallback that a read serves, or null. What is missing must be a context that someone could have handed in.</summary>
    public static ContextFallback? Of(AmbientRead read, IOperation operation, ContextModel contexts) =>
        read.Accessor is { ReplacedBy: null, ContextType: { } context }
        && Around(operation) is { } fallback
        && contexts.GetContextType(fallback.Value.Type) == context
        && fallback.Value is IParameterReferenceOperation or ILocalReferenceOperation or IMemberReferenceOperation { Member.IsStatic: false }
            ? fallback
            : null;

    private static ContextFallback? Around(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation.Parent;
        }

        return operation.Parent switch
        {
            ICoalesceOperation coalesce when coalesce.WhenNull == operation => new(coalesce.Value, coalesce),
            ICoalesceAssignmentOperation assignment when assignment.Value == operation => new(assignment.Target, assignment),
            IConditionalOperation choice when choice.WhenTrue == operation && IsTestOf(choice.WhenFalse, choice.Condition, forNull: true) => new(choice.WhenFalse!.Unconverted(), choice),
            IConditionalOperation choice when choice.WhenFalse == operation && IsTestOf(choice.WhenTrue, choice.Condition, forNull: false) => new(choice.WhenTrue.Unconverted(), choice),
            ISimpleAssignmentOperation { Parent: IExpressionStatementOperation statement } assignment when assignment.Value == operation => Guarded(statement, assignment),
            _ => null,
        };
    }

    /// <summary><c>if (engine == null) engine = Engine.Current;</c></summary>
    private static ContextFallback? Guarded(IExpressionStatementOperation statement, ISimpleAssignmentOperation assignment)
    {
        IOperation branch = statement.Parent is IBlockOperation { Operations.Length: 1 } block ? block : statement;
        return branch.Parent is IConditionalOperation { WhenFalse: null } test && test.WhenTrue == branch && IsTestOf(assignment.Target, test.Condition, forNull: true)
            ? new(assignment.Target, test)
            : null;
    }

    private static bool IsTestOf(IOperation? value, IOperation condition, bool forNull) => condition switch
    {
        _ when value is null => false,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals when forNull => IsNullAnd(value, equals),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } differs when !forNull => IsNullAnd(value, differs),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } test when forNull => IsSame(test.Value, value),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } } test when !forNull => IsSame(test.Value, value),
        _ => false,
    };

    private static bool IsNullAnd(IOperation value, IBinaryOperation comparison) =>
        (IsNull(comparison.RightOperand) && IsSame(comparison.LeftOperand, value)) || (IsNull(comparison.LeftOperand) && IsSame(comparison.RightOperand, value));

    private static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };

    private static bool IsSame(IOperation one, IOperation other) => SyntaxFactory.AreEquivalent(one.Unconverted().Syntax, other.Unconverted().Syntax);
}
