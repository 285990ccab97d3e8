using ExplicitContext.Consumers;

namespace Package.Tests;

/// <summary>Reach across packages: what one was built with, its users see.</summary>
[Collection(PackageCollection.Name)]
public sealed class ReachTests(PackedToolkit toolkit)
{
    [Fact]
    public async Task ChainThroughAPackage_IsFlaggedInTheBuildOfItsUser()
    {
        using var chain = await ChainOfProjects.CreateAsync(toolkit.Feed);

        var build = (await chain.DotnetAsync("build", "App", "--no-restore")).Succeeded();

        Assert.Contains(
            "App.cs(3,62): warning ECTX1003: 'Service.Go' reaches the ambient 'Engine.Current' (Service.Go -> Service.Hidden -> Reader.Read -> Engine.Current): it belongs to 'Middle'",
            build.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("App.cs(5,", build.Output, StringComparison.Ordinal);
    }
}
