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

    /// <summary>The document at a <c>file:</c> URI.</summary>
    public Document Document(string uri) =>
        Current.GetDocumentIdsWithFilePath(new Uri(uri).LocalPath) is [var id, ..]
            ? Current.GetDocument(id)!
            : throw new FileNotFoundException($"{uri} belongs to no project of {path}.");

    /// <summary>Replaces the text of a document in memory.</summary>
    public void SetText(string uri, string text) =>
        current = Current.WithDocumentText(Document(uri).Id, SourceText.From(text, Encoding.UTF8));
}
