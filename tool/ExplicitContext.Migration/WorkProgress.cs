namespace ExplicitContext.Migration;

/// <summary>One step of a longer piece of work, as reported to whoever watches it. Reports may come from any thread.</summary>
/// <param name="Activity">What is being done: one short line.</param>
/// <param name="Done">How many of <paramref name="Total"/> are finished.</param>
/// <param name="Total">How many there are, or 0 where it is not known.</param>
public sealed record WorkProgress(string Activity, int Done = 0, int Total = 0);
