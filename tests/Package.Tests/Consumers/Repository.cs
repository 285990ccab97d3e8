namespace ExplicitContext.Consumers;

/// <summary>The work tree that the tests were built in.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Toolkit.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The configuration that the tests were built in, and so the one whose outputs exist.</summary>
    public const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Toolkit.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Toolkit.sln.");
        return folder;
    }
}
