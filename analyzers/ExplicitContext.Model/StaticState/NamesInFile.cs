using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.StaticState;

/// <summary>
/// Where a file says a name. Its text is searched, so that of the tree only what is found is unfolded; to walk all nodes of all files costs as much as to parse them.
/// Safe for concurrent use.
/// </summary>
public sealed class NamesInFile
{
    private readonly SyntaxTree tree;
    private readonly string text;
    private readonly ConcurrentDictionary<string, int> changes = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableArray<IdentifierNameSyntax>> escaped;

    private NamesInFile(SyntaxTree tree, string text)
    {
        this.tree = tree;
        this.text = text;
        escaped = new(FindEscaped);
    }

    /// <summary>Takes a file up; nothing of it is looked at yet.</summary>
    public static NamesInFile Of(SyntaxTree tree) => new(tree, tree.GetText(CancellationToken.None).ToString());

    /// <summary>Takes each file up once.</summary>
    /// <param name="take">Takes a file up; it may remember for others what was learned of it.</param>
    internal static Func<SyntaxTree, NamesInFile> Remembering(Func<SyntaxTree, NamesInFile>? take = null)
    {
        var files = new ConcurrentDictionary<SyntaxTree, NamesInFile>();
        return tree => files.GetOrAdd(tree, take ?? Of);
    }

    /// <summary>
    /// How often the file changes something of that name: assigns it, counts it, changes an element or the content of it. Members that only share a name are not told
    /// apart, so that a count of zero is sure and any other is not. What an object is initialised with does not count.
    /// </summary>
    public int ChangesOf(string name) => changes.GetOrAdd(name, changed => Of(changed, new(0, text.Length)).Count(use => NameUses.IsChange(NameUses.Whole(use))));

    /// <summary>Every place in a part of the file that says the name; declarations aside.</summary>
    internal IEnumerable<IdentifierNameSyntax> Of(string name, TextSpan part)
    {
        for (var at = IndexOf(name, part.Start, part.End); at >= 0; at = IndexOf(name, at + name.Length, part.End))
        {
            if (IsWord(at, name.Length) && NameAt(at) is { } found && found.Identifier.ValueText == name && !IsEscaped(found))
            {
                yield return found;
            }
        }

        foreach (var found in escaped.Value)
        {
            if (found.Identifier.ValueText == name && part.Contains(found.Span))
            {
                yield return found;
            }
        }
    }

    private int IndexOf(string name, int start, int end) => name.Length == 0 ? -1 : text.IndexOf(name, start, end - start, StringComparison.Ordinal);

    private bool IsWord(int start, int length) =>
        (start == 0 || !SyntaxFacts.IsIdentifierPartCharacter(text[start - 1])) && (start + length == text.Length || !SyntaxFacts.IsIdentifierPartCharacter(text[start + length]));

    private IdentifierNameSyntax? NameAt(int position) => tree.GetRoot(CancellationToken.None).FindToken(position) is { RawKind: (int)SyntaxKind.IdentifierToken } token && token.Span.Contains(position)
        ? token.Parent as IdentifierNameSyntax
        : null;

    private static bool IsEscaped(IdentifierNameSyntax name) => name.Identifier.Text.IndexOf('\\') >= 0;

    /// <summary>A name can be written by the codes of its letters; hardly any is.</summary>
    private ImmutableArray<IdentifierNameSyntax> FindEscaped()
    {
        var found = new HashSet<IdentifierNameSyntax>();
        for (var at = text.IndexOf('\\'); at >= 0; at = text.IndexOf('\\', at + 1))
        {
            if (at + 1 < text.Length && text[at + 1] is 'u' or 'U' && NameAt(at) is { } name)
            {
                found.Add(name);
            }
        }

        return [.. found];
    }
}
