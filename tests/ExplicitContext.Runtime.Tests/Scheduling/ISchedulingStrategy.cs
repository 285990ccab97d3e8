namespace ExplicitContext.Runtime.Tests;

/// <summary>Decides, for one schedule, who goes on.</summary>
internal interface ISchedulingStrategy
{
    /// <summary>Asked wherever more than one thread could go on.</summary>
    /// <param name="options">
    /// Two or more: the running thread comes first, where it can go on; then the others that can, by number; then those whose time could be up.
    /// </param>
    /// <param name="canStay">Whether the running thread is the first option.</param>
    /// <returns>The index of the one that goes on.</returns>
    int Choose(ReadOnlySpan<Choice> options, bool canStay);
}
