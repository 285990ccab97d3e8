using System.Diagnostics;

namespace ExplicitContext.Runtime;

/// <summary>A fault in this library: locks were about to be taken in an order that can deadlock. Please report it with both stacks.</summary>
public sealed class LockOrderException : InterpreterException
{
    internal LockOrderException(string held, string wanted, StackTrace heldSince)
        : base(null, $"A lock of rank {held} is held while one of rank {wanted} is wanted. It is held since:\n{heldSince}and wanted at:\n{new StackTrace(2, true)}")
    {
    }
}
