using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Tests;

/// <summary>A solution of a test, and what is marked in its sources.</summary>
internal sealed record World(Solution Solution, IReadOnlyList<(DocumentId Document, IReadOnlyList<MarkedSpan> Marks)> Marks)
{
    /// <summary>One project of some files.</summary>
    public static World Of(params string[] sources)
    {
        var project = new TestProject { Sources = MoveUp.Around(sources) }.ToProject();
        return new(project.Solution, [.. sources.Zip(project.DocumentIds, (source, id) => (id, (IReadOnlyList<MarkedSpan>)MarkupText.Parse(source).Spans))]);
    }

    /// <summary>The same with one more project, of one file, that references the first one.</summary>
    public World And(string name, string source)
    {
        var first = Solution.Projects.First();
        var project = Solution.AddProject(name, name, LanguageNames.CSharp)
            .WithParseOptions(first.ParseOptions!)
            .WithCompilationOptions(first.CompilationOptions!)
            .WithMetadataReferences(first.MetadataReferences)
            .AddProjectReference(new ProjectReference(first.Id));
        var usings = first.Documents.Single(document => document.Name == "Usings.cs").GetTextAsync().Result;
        project = project.AddDocument("Usings.cs", usings, filePath: $"/{name}/Usings.cs").Project;
        var markup = MarkupText.Parse(source);
        var document = project.AddDocument("File.cs", SourceText.From(markup.Text, System.Text.Encoding.UTF8), filePath: $"/{name}/File.cs");
        return new(document.Project.Solution, [.. Marks, (document.Id, markup.Spans)]);
    }

    /// <summary>The same with one more file in the first project, whose text is not verified.</summary>
    public World WithFile(string name, string text) =>
        this with { Solution = Solution.Projects.First().AddDocument(name, text, filePath: "/test/" + name).Project.Solution };

    public async Task<string> ErrorsAsync()
    {
        var errors = new List<string>();
        foreach (var project in Solution.Projects)
            errors.Add(TestCompilation.ErrorsOf((await project.GetCompilationAsync())!));
        return string.Join(Environment.NewLine, errors.Where(error => error.Length > 0));
    }
}
