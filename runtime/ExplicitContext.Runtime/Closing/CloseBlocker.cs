using System.Diagnostics;

namespace ExplicitContext.Runtime;

/// <summary>Who keeps an interpreter from closing.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name: of the thread, or the guard's.</param>
/// <param name="Stack">Where it came in; null unless <see cref="RuntimeOptions.CaptureStacks"/> is set.</param>
public sealed record CloseBlocker(CloseBlockerKind Kind, string Name, StackTrace? Stack)
{
    /// <summary>Kind, name and, where it is known, the stack.</summary>
    /// <returns>Such as "thread 'reader' (7)".</returns>
    public override string ToString() =>
        $"{Kind switch { CloseBlockerKind.Thread => "thread", CloseBlockerKind.Guard => "guard", _ => "holder of the lock," }} {Name}"
        + (Stack is null ? "" : $", since:\n{Stack}");
}
