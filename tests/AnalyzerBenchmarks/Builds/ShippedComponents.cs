namespace AnalyzerBenchmarks.Builds;

/// <summary>What the package puts before the compiler, taken from beside this program.</summary>
internal static class ShippedComponents
{
    private static readonly string[] Names = ["ExplicitContext.Model", "ExplicitContext.Analyzers", "ExplicitContext.Generators"];

    /// <summary>The items of a project file that add them.</summary>
    public static string Items { get; } = string.Concat(Names.Select(name => $"""<Analyzer Include="{PathOf(name)}" />"""))
        + $"""<Reference Include="{PathOf("ExplicitContext.Annotations")}" /><CompilerVisibleProperty Include="ExplicitContextLevel" />""";

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");
}
