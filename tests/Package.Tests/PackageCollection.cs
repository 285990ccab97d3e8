namespace Package.Tests;

/// <summary>Tests that share the packed packages; they run one after another, as each starts builds.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedToolkit>
{
    public const string Name = "packages";
}
