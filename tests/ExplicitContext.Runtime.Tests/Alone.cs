namespace ExplicitContext.Runtime.Tests;

/// <summary>Tests that measure the process, so that no other may run beside them: <c>[Collection(nameof(Alone))]</c>.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
