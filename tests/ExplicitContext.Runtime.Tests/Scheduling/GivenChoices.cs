namespace ExplicitContext.Runtime.Tests;

/// <summary>Does again what was done before, choice by choice.</summary>
internal sealed class GivenChoices(IReadOnlyList<Choice> choices) : ISchedulingStrategy
{
    private int next;

    public int Choose(ReadOnlySpan<Choice> options, bool canStay)
    {
        if (next == choices.Count) throw new InvalidOperationException($"The schedule says nothing of choice {next + 1}.");
        var choice = choices[next++];
        var index = options.IndexOf(choice);
        return index >= 0 ? index : throw new InvalidOperationException($"The schedule's choice {next}, {choice}, is none of {string.Join(" ", options.ToArray())}.");
    }
}
