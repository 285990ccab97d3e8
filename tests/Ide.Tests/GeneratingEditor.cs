namespace Ide.Tests;

/// <summary>Tests that share one editor over a project in which members are generated.</summary>
[CollectionDefinition(Name)]
public sealed class GeneratingEditor : ICollectionFixture<GeneratingConsumer>
{
    public const string Name = "generating editor";
}
