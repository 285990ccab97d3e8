namespace ExplicitContext.Runtime;

/// <summary>What came of closing an interpreter, or a runtime with all of its interpreters. Immutable; safe to share between threads.</summary>
/// <param name="Outcome">In short.</param>
/// <param name="Blockers">Who did not leave in time. Empty unless <see cref="CloseOutcome.Blocked"/>.</param>
/// <param name="Errors">What exit functions, disposals, hooks and threads nobody waited for have thrown, in that order.</param>
public sealed record CloseResult(CloseOutcome Outcome, IReadOnlyList<CloseBlocker> Blockers, IReadOnlyList<Exception> Errors)
{
    internal static CloseResult AlreadyClosed => new(CloseOutcome.AlreadyClosed, [], []);
}
