using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ExplicitContext.Model.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Emitting;

/// <summary>
/// Finds the declarations that carry certain attributes. A file is looked at once, as a text; only those in which one of the words stands are bound, and
/// only what carries attributes there. Safe for concurrent use; keeps no tree alive.
/// </summary>
/// <param name="words">What stands in a file with such an attribute: its name without the ending.</param>
internal sealed class MarkedTrees(ImmutableArray<string> words)
{
    private readonly ConditionalWeakTable<SyntaxTree, Mention> mentions = new();

    /// <summary>The files in which the attributes can stand, each with a hash of all of its text.</summary>
    public ImmutableArray<(SyntaxTree Tree, ulong Hash)> In(Compilation compilation, CancellationToken cancellationToken)
    {
        var all = compilation.SyntaxTrees.Select(tree => (Tree: tree, Mention: Of(tree, cancellationToken))).ToList();
        var byAnyName = all.Any(file => file.Mention.HasGlobalAlias);
        return [.. all.Where(file => byAnyName || file.Mention.NamesOne).Select(file => (file.Tree, file.Mention.Hash.Value))];
    }

    /// <summary>Whether one of the words stands in any file.</summary>
    public bool IsAnyIn(Compilation compilation, CancellationToken cancellationToken) => compilation.SyntaxTrees.Any(tree => Of(tree, cancellationToken).NamesOne);

    /// <summary>The symbols in these files with one of the attributes, in the order of paths and positions, each once.</summary>
    public static ImmutableArray<ISymbol> With(IEnumerable<string> attributes, IEnumerable<SyntaxTree> trees, Compilation compilation, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(attributes, StringComparer.Ordinal);
        var found = new List<ISymbol>();
        foreach (var tree in trees.OrderBy(tree => tree.FilePath, StringComparer.Ordinal))
        {
            var model = compilation.GetSemanticModel(tree);
            found.AddRange(tree.GetRoot(cancellationToken)
                .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
                .OfType<MemberDeclarationSyntax>()
                .Where(member => member.AttributeLists.Count > 0)
                .SelectMany(member => member is BaseFieldDeclarationSyntax field ? field.Declaration.Variables.AsEnumerable<SyntaxNode>() : [member])
                .Select(node => model.GetDeclaredSymbol(node, cancellationToken))
                .Where(symbol => symbol?.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && names.Contains(type.Name) && KnownAttributes.Is(type, type.Name)) == true)!);
        }

        return [.. found.Distinct<ISymbol>(SymbolEqualityComparer.Default)];
    }

    private Mention Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!mentions.TryGetValue(tree, out var known))
        {
            var read = Read(tree, cancellationToken);
            known = mentions.GetValue(tree, _ => read);
        }

        return known;
    }

    private Mention Read(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var text = tree.GetText(cancellationToken);
        var namesOne = text.ContainsAny(words);
        var hasGlobalAlias = namesOne && tree.GetRoot(cancellationToken) is CompilationUnitSyntax unit
            && unit.Usings.Any(@using => @using.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && @using.Alias is not null && words.Any(word => @using.NamespaceOrType.ToString().Contains(word)));
        return new(namesOne, hasGlobalAlias, new(() => text.GetChecksum().Aggregate(new Fingerprint(Fingerprint.Of(tree.FilePath)), (hash, part) => hash.Add(part)).Value));
    }

    private sealed record Mention(bool NamesOne, bool HasGlobalAlias, Lazy<ulong> Hash);
}
