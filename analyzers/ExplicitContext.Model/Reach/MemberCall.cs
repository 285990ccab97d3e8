using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Reach;

/// <summary>One call that an operation or a declaration makes, written or implied.</summary>
/// <param name="Callee">What is called.</param>
/// <param name="IsVirtual">Whether an override or an implementation may run instead.</param>
/// <param name="Receiver">For a virtual call, the type that its receiver has at least; null where nothing is known of it.</param>
public readonly record struct MemberCall(ISymbol Callee, bool IsVirtual, ITypeSymbol? Receiver)
{
    /// <summary>Whether only types that derive from the receiver may run another member; what the receiver runs itself is a call of its own.</summary>
    public bool IsOnlyBelow { get; init; }

    /// <summary>Takes the call apart where the receiver does not matter.</summary>
    public void Deconstruct(out ISymbol callee, out bool isVirtual) => (callee, isVirtual) = (Callee, IsVirtual);
}
