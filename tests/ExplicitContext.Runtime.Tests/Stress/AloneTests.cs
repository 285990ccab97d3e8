namespace ExplicitContext.Runtime.Tests;

/// <summary>Tests that look at the whole process, or that take all of it: one after the other, when no other test runs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneTests
{
    public const string Name = "alone";
}
