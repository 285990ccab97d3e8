using System.Collections.Immutable;
using ExplicitContext.Model.Configuration;

namespace ExplicitContext.Migration.Inventory;

/// <summary>The packs of declarations that the package ExplicitContext brings, for projects that do not have it installed.</summary>
public static class ShippedPacks
{
    private const string Folder = "packs/";

    /// <summary>The names by which they are switched on, in order.</summary>
    public static ImmutableArray<string> Names { get; } = [.. typeof(ShippedPacks).Assembly.GetManifestResourceNames()
        .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
        .Select(resource => ConfigurationFile.PackIn(resource[Folder.Length..]))
        .Order(StringComparer.Ordinal)];

    /// <summary>The file of a pack.</summary>
    /// <exception cref="InputException">There is no pack of that name.</exception>
    public static ConfigurationFile Read(string name)
    {
        var file = ConfigurationFile.NameOfPack(name);
        using var stream = typeof(ShippedPacks).Assembly.GetManifestResourceStream(Folder + file)
            ?? throw new InputException($"--pack: '{name}' is no pack. The packs are {string.Join(", ", Names)}.");
        using var reader = new StreamReader(stream);
        return new ConfigurationFile(file, reader.ReadToEnd());
    }
}
