using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Testing;

/// <summary>Compilations as a user of the packages has them: this framework, the annotations, the runtime, nullable on.</summary>
public static class TestCompilation
{
    /// <summary>C# 14, or the newest that this lane's Roslyn knows.</summary>
    public static LanguageVersion LanguageVersion { get; } =
        (LanguageVersion)Math.Min(1400, (int)LanguageVersion.Latest.MapSpecifiedToEffectiveVersion());

    /// <summary>True where this lane's Roslyn parses C# 14; tests of its constructs return early elsewhere.</summary>
    public static bool SupportsCSharp14 => (int)LanguageVersion >= 1400;

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion, DocumentationMode.Diagnose);

    public static ImmutableArray<MetadataReference> References { get; } = [.. FrameworkReferences(), .. PackageReferences()];

    /// <summary>The framework alone, for code that does not reference the annotations.</summary>
    public static ImmutableArray<MetadataReference> FrameworkOnly { get; } = [.. FrameworkReferences()];

    public static CSharpCompilationOptions Options(OutputKind outputKind = OutputKind.DynamicallyLinkedLibrary) =>
        new(outputKind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    public static CSharpCompilation Create(params CSharpSource[] sources) => Create(OutputKind.DynamicallyLinkedLibrary, sources);

    public static CSharpCompilation Create(OutputKind outputKind, params CSharpSource[] sources) =>
        CSharpCompilation.Create("Test", sources.Select(Parse), References, Options(outputKind));

    /// <summary>The errors of a compilation, one a line; empty where it compiles.</summary>
    public static string ErrorsOf(Compilation compilation) => string.Join(
        Environment.NewLine,
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

    /// <summary>The compiled assembly as a reference, for tests that cross assemblies.</summary>
    public static MetadataReference ToReference(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Xunit.Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static SyntaxTree Parse(CSharpSource source, int position) =>
        CSharpSyntaxTree.ParseText(source.Text, ParseOptions, source.PathAt(position), System.Text.Encoding.UTF8);

    private static IEnumerable<MetadataReference> FrameworkReferences()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Select(path => MetadataReference.CreateFromFile(path));
    }

    private static IEnumerable<MetadataReference> PackageReferences() =>
        from name in new[] { "ExplicitContext.Annotations", "ExplicitContext.Runtime" }
        select MetadataReference.CreateFromFile(Assembly.Load(name).Location);
}
