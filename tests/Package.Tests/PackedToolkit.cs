using ExplicitContext.Consumers;

namespace Package.Tests;

/// <summary>The three packages, packed once for all tests.</summary>
public sealed class PackedToolkit : IAsyncLifetime
{
    internal PackageFeed Feed { get; } = new();

    public async Task InitializeAsync()
    {
        await Feed.PackAsync("runtime/ExplicitContext.Annotations");
        await Feed.PackAsync("runtime/ExplicitContext.Runtime");
        await Feed.PackAsync("tool/ExplicitContext.Tool");
    }

    public Task DisposeAsync()
    {
        Feed.Dispose();
        return Task.CompletedTask;
    }
}
