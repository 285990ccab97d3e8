using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;

namespace Ide.Host;

/// <summary>The loaded solution, with the texts of the documents that the editor holds.</summary>
internal sealed class OpenSolution(string path)
{
    private readonly MSBuildWorkspace workspace = MSBuildWorkspace.Create();
    private Solution? current;

    /// <summary>The state of the solution now; edits replace it.</summary>
    public Solution Current => current ?? throw new InvalidOperationException($"{path} is not loaded: send 'initialize' first.");

    /// <summary>Loads the solution or project; what MSBuild has to say goes to <paramref name="log"/>.</summary>
    public async Task LoadAsync(TextWriter log)
    {
        workspace.RegisterWorkspaceFailedHandler(failure => log.WriteLine(failure.Diagnostic.Message));
        current = path.EndsWith("proj", StringComparison.Ordinal)
            ? (await workspace.OpenProjectAsync(path)).Solution
            : await workspace.OpenSolutionAsync(path);
    }

    /// <summary>The C# document at a <c>file:</c> URI.</summary>
    public Document Document(string uri) => (Document)TextDocument(uri);

    /// <summary>The document at a <c>file:</c> URI: source, additional file or editor configuration.</summary>
    public TextDocument TextDocument(string uri) =>
        Current.GetDocumentIdsWithFilePath(new Uri(uri).LocalPath) is [var id, ..]
            ? Find(id)
            : throw new FileNotFoundException($"{uri} belongs to no project of {path}.");

    /// <summary>Replaces the text of a document in memory; in every project that has it.</summary>
    public void SetText(string uri, string text)
    {
        var source = SourceText.From(text, Encoding.UTF8);
        foreach (var id in Current.GetDocumentIdsWithFilePath(new Uri(uri).LocalPath))
        {
            current = Find(id) switch
            {
                AdditionalDocument => Current.WithAdditionalDocumentText(id, source),
                AnalyzerConfigDocument => Current.WithAnalyzerConfigDocumentText(id, source),
                _ => Current.WithDocumentText(id, source),
            };
        }
    }

    private TextDocument Find(DocumentId id) =>
        Current.GetDocument(id) ?? Current.GetAdditionalDocument(id) ?? (TextDocument)Current.GetAnalyzerConfigDocument(id)!;
}
