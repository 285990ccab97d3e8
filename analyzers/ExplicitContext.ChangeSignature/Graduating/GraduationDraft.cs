using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>The files of a project with some members graduated, before it is known whether that compiles.</summary>
internal sealed class GraduationDraft
{
    private readonly Dictionary<DocumentId, SourceText> texts = [];

    private GraduationDraft(Compilation compilation) => Compilation = compilation;

    /// <summary>The compilation as the generator will leave it: without the overloads that are source now.</summary>
    public Compilation Compilation { get; private set; }

    /// <summary>Writes it.</summary>
    /// <param name="compilation">The compilation before, with what is generated.</param>
    /// <param name="graduations">What graduates.</param>
    /// <param name="removals">Shims of before that nobody calls any more.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<GraduationDraft> WriteAsync(
        Compilation compilation, IReadOnlyList<Graduation> graduations, IReadOnlyList<(Document Document, MemberDeclarationSyntax Member)> removals, CancellationToken cancellationToken)
    {
        var draft = new GraduationDraft(compilation);
        var otherParts = graduations.Select(graduation => graduation.OtherPart).OfType<MemberDeclarationSyntax>().ToLookup(part => part.SyntaxTree);
        var project = graduations[0].Document.Project;
        var changing = graduations.Select(graduation => graduation.Document).Concat(removals.Select(removal => removal.Document)).Concat(otherParts.Select(parts => project.GetDocument(parts.Key)!));
        foreach (var document in changing.GroupBy(document => document.Id).Select(group => group.First()))
        {
            var tree = (await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false))!;
            var text = await tree.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var writer = new ShimWriter(await tree.GetRootAsync(cancellationToken).ConfigureAwait(false), compilation.GetSemanticModel(tree), text);
            var changes = graduations.Where(graduation => graduation.Document.Id == document.Id).SelectMany(writer.Changes)
                .Concat(otherParts[tree].SelectMany(writer.Fulfilled))
                .Concat(removals.Where(removal => removal.Document.Id == document.Id).Select(removal => writer.Removal(removal.Member)));
            var changed = text.WithChanges(changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length));
            draft.texts.Add(document.Id, changed);
            draft.Compilation = draft.Compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(changed));
        }

        draft.TakeOut(graduations.SelectMany(graduation => graduation.Overloads));
        return draft;
    }

    /// <summary>The solution with the new texts, in every project that shares a file.</summary>
    public Solution ApplyTo(Solution solution)
    {
        foreach (var pair in texts)
        {
            foreach (var id in solution.GetDocument(pair.Key)!.GetLinkedDocumentIds().Add(pair.Key))
                solution = solution.WithDocumentText(id, pair.Value);
        }

        return solution;
    }

    private void TakeOut(IEnumerable<MemberDeclarationSyntax> overloads)
    {
        foreach (var file in overloads.GroupBy(overload => overload.SyntaxTree))
        {
            var root = file.Key.GetRoot().RemoveNodes(file, SyntaxRemoveOptions.KeepDirectives)!;
            Compilation = Compilation.ReplaceSyntaxTree(file.Key, CSharpSyntaxTree.Create((CSharpSyntaxNode)root, (CSharpParseOptions)file.Key.Options, file.Key.FilePath));
        }
    }
}
