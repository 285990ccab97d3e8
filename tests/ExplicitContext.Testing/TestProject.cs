using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Testing;

/// <summary>What a test hands to the compiler: sources, text files, editor configuration and MSBuild properties. A string converts to a project of one file.</summary>
public sealed partial record TestProject
{
    internal const string Root = "/test/";

    public TestProject(params CSharpSource[] sources) => Sources = [.. sources];

    public ImmutableArray<CSharpSource> Sources { get; init; }

    /// <summary>Text files of <c>AdditionalFiles</c> by name, such as <c>ExplicitContext.txt</c>; may hold markup.</summary>
    public ImmutableDictionary<string, string> AdditionalFiles { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The text of <c>.editorconfig</c>, with its section headers.</summary>
    public string? EditorConfig { get; init; }

    /// <summary>Compiler-visible MSBuild properties, without the prefix <c>build_property.</c>.</summary>
    public ImmutableDictionary<string, string> BuildProperties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Further lines of the global configuration, such as severities for findings outside of sources.</summary>
    public string? GlobalConfig { get; init; }

    /// <summary>The version of C#; null for the newest. Before C# 8 nothing is annotated.</summary>
    public LanguageVersion? LanguageVersion { get; init; }

    /// <summary>Whether the project's compilations hold what our generators make of it.</summary>
    public bool IsGenerating { get; init; }

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public ImmutableArray<MetadataReference> References { get; init; } = TestCompilation.References;

    public static implicit operator TestProject(string source) => new([source]);

    /// <summary>The same project with a text file <c>ExplicitContext.txt</c>.</summary>
    public TestProject WithContextFile(string text) => this with { AdditionalFiles = AdditionalFiles.SetItem("ExplicitContext.txt", text) };

    public TestProject WithBuildProperty(string name, string value) => this with { BuildProperties = BuildProperties.SetItem(name, value) };

    /// <summary>The same project with the MSBuild properties that its sources ask for by lines such as <c>// property ExplicitContextLevel = warn</c>.</summary>
    public TestProject WithPropertiesOfSources() => Sources
        .SelectMany(source => PropertyLine().Matches(source.Text))
        .Aggregate(this, (project, line) => project.WithBuildProperty(line.Groups["name"].Value, line.Groups["value"].Value));

    /// <summary>The project in a workspace of its own, without markup.</summary>
    public Project ToProject()
    {
        var project = new AdhocWorkspace()
            .AddProject("Test", LanguageNames.CSharp)
            .WithParseOptions(LanguageVersion is { } version ? TestCompilation.ParseOptions.WithLanguageVersion(version) : TestCompilation.ParseOptions)
            .WithCompilationOptions(LanguageVersion < Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp8
                ? TestCompilation.Options(OutputKind).WithNullableContextOptions(NullableContextOptions.Disable)
                : TestCompilation.Options(OutputKind))
            .WithMetadataReferences(References);
        for (var i = 0; i < Sources.Length; i++)
        {
            var path = Sources[i].PathAt(i);
            project = project.AddDocument(Path.GetFileName(path), Unmarked(Sources[i].Text), filePath: path).Project;
        }

        foreach (var (name, text) in AdditionalFiles)
            project = project.AddAdditionalDocument(name, Unmarked(text), filePath: Root + name).Project;
        if (IsGenerating)
            project = project.AddAnalyzerReference(GeneratorReference.Create());
        if (EditorConfig is not null)
            project = project.AddAnalyzerConfigDocument(".editorconfig", SourceText.From(EditorConfig), filePath: Root + ".editorconfig").Project;
        if (!BuildProperties.IsEmpty || GlobalConfig is not null)
            project = project.AddAnalyzerConfigDocument(".globalconfig", GlobalConfigText(), filePath: Root + ".globalconfig").Project;
        return project;
    }

    /// <summary>What the markup of all files asks for.</summary>
    internal IEnumerable<ExpectedDiagnostic> Expected() =>
        Sources.Select((source, i) => (Path: source.PathAt(i), source.Text))
            .Concat(AdditionalFiles.Select(file => (Path: Root + file.Key, Text: file.Value)))
            .SelectMany(file => MarkupText.Parse(file.Text).Spans.Select(span => new ExpectedDiagnostic(file.Path, span)));

    [GeneratedRegex(@"^// property (?<name>\w+) = (?<value>\w+)\r?$", RegexOptions.Multiline)]
    private static partial Regex PropertyLine();

    private static SourceText Unmarked(string text) => SourceText.From(MarkupText.Parse(text).Text, System.Text.Encoding.UTF8);

    private SourceText GlobalConfigText() =>
        SourceText.From("is_global = true\n" + GlobalConfig + string.Concat(BuildProperties.Select(property => $"build_property.{property.Key} = {property.Value}\n")));
}
