using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Reach;

/// <summary>What <c>&amp;&amp;</c> and <c>||</c> of a type's own call beside its <c>&amp;</c> and <c>|</c>: the operator that tells whether the left side decides.</summary>
internal static class ShortCircuit
{
    public static void Add(CalleeList callees, IBinaryOperation binary)
    {
        var name = binary.OperatorKind switch
        {
            BinaryOperatorKind.ConditionalAnd => WellKnownMemberNames.FalseOperatorName,
            BinaryOperatorKind.ConditionalOr => WellKnownMemberNames.TrueOperatorName,
            _ => null,
        };
        if (name is not null)
        {
            callees.AddImplied(binary.OperatorMethod!.ContainingType.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault());
        }
    }
}
