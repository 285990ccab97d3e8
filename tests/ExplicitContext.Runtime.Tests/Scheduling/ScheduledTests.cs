namespace ExplicitContext.Runtime.Tests;

/// <summary>Searches through schedules, one after the other: two at once would only take each other's processor away.</summary>
[CollectionDefinition(Name)]
public sealed class ScheduledTests
{
    public const string Name = "scheduled";
}
