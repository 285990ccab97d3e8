using System.Globalization;

namespace Fuzz.Tests;

/// <summary>
/// How much is tried, on what. By default some variants of this repository's samples. A long run on other code:
/// <c>FUZZ_SOURCES=folder FUZZ_CONFIG=ExplicitContext.txt FUZZ_VARIANTS=5000 FUZZ_SEED=1 dotnet test tests/Fuzz.Tests</c>.
/// </summary>
/// <param name="Sources">The folders whose C# files are varied, each a compilation of its own.</param>
/// <param name="Configuration">The text that declares what is ambient in them.</param>
/// <param name="Variants">How many variants are made of each compilation.</param>
/// <param name="Seed">The first seed; a failure names the seed of its variant.</param>
internal sealed record FuzzSettings(IReadOnlyList<string> Sources, string Configuration, int Variants, int Seed)
{
    private const string SampleAmbient = "P:MiniScript.Engine.Current\nP:MiniScript.Engine.Default\nT:MiniScript.Engine; context; scope=engine\n";

    public static FuzzSettings Read() => new(
        Variable("FUZZ_SOURCES")?.Split(Path.PathSeparator) ?? [Sample("MiniScript.Legacy"), Sample("MiniScript")],
        Variable("FUZZ_CONFIG") is { } file ? File.ReadAllText(file) : SampleAmbient,
        Number("FUZZ_VARIANTS", 60),
        Number("FUZZ_SEED", 1));

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static int Number(string name, int otherwise) => Variable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string Sample(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Toolkit.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run from inside of the repository.");
        return Path.Combine(folder, "samples", name);
    }
}
