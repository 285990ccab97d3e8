using ExplicitContext.Model;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>A document, bound.</summary>
internal sealed record SourceFile(Document Document, SyntaxNode Root, SemanticModel Model, ContextModel Contexts)
{
    /// <summary>Whether a tool writes the file, so that a change would be lost.</summary>
    public bool IsGenerated => Document is SourceGeneratedDocument || IsGeneratedName(Path.GetFileName(Document.FilePath ?? Document.Name));

    private static bool IsGeneratedName(string name) =>
        new[] { ".g.cs", ".g.i.cs", ".designer.cs", ".generated.cs" }.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
