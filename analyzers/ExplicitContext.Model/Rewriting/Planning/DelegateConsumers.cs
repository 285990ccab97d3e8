using ExplicitContext.Model.Rewriting.Facts;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>Judges method groups by what those do with the delegate who are handed it.</summary>
internal static class DelegateConsumers
{
    /// <summary>Why no lambda can take the place of a group, as the end of a sentence; null where one can.</summary>
    public static string? ReasonAgainst(DelegateFact group, Closure closure) =>
        group.Obstacle ?? (group.Consumer is { } consumer && closure.FactsOf(consumer)?.InvokedParameters.Contains(group.Position) != true ? $"which '{consumer.Name}' may keep or compare" : null);
}
