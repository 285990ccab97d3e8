namespace VerifyTests;

/// <summary>Turns snapshots of generator drivers on, from a module initialiser, as with the package of the same name.</summary>
public static class VerifySourceGenerators
{
    /// <summary>True after <see cref="Initialize"/>.</summary>
    public static bool Initialized { get; private set; }

    /// <exception cref="InvalidOperationException">It was called before.</exception>
    public static void Initialize()
    {
        if (Initialized)
            throw new InvalidOperationException("VerifySourceGenerators is already initialised.");
        Initialized = true;
    }
}
