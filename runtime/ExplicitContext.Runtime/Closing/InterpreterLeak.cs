using System.Diagnostics;

namespace ExplicitContext.Runtime;

/// <summary>An interpreter that was still open when its runtime was disposed of. It is closed all the same.</summary>
/// <param name="Interpreter">Which one.</param>
/// <param name="Created">Where it was created; null unless <see cref="RuntimeOptions.CaptureStacks"/> is set.</param>
public sealed record InterpreterLeak(InterpreterId Interpreter, StackTrace? Created)
{
    /// <summary>What was left open, and where it came from.</summary>
    /// <returns>One sentence, and the stack where there is one.</returns>
    public override string ToString() =>
        $"Interpreter {Interpreter} was still open when its runtime was disposed of. Close what you create."
        + (Created is null ? " Set RuntimeOptions.CaptureStacks to see where it was created." : $" It was created at:\n{Created}");
}
