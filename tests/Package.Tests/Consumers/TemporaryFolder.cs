namespace ExplicitContext.Consumers;

/// <summary>A new folder outside the repository, so that nothing of the repository's build reaches into it; deleted on disposal.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("explicit-context-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
