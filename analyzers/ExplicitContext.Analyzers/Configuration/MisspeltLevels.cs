using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Configuration;

/// <summary>
/// Finds the words that stand for a level in <c>.editorconfig</c> and are none. The compiler does not tell where they stand, so each is shown once, in the first file, by path, for
/// which it is meant.
/// </summary>
internal static class MisspeltLevels
{
    /// <summary>The files in which words are to be shown.</summary>
    public static ImmutableDictionary<SyntaxTree, ImmutableArray<string>> In(Compilation compilation, Levels levels, CancellationToken cancellationToken) =>
        compilation.SyntaxTrees
            .Select(tree => (Tree: tree, Level: levels.MisspeltAt(tree)))
            .Where(file => file.Level is not null)
            .GroupBy(file => file.Level!, file => file.Tree, StringComparer.OrdinalIgnoreCase)
            .Select(trees => (Level: trees.Key, Tree: FirstOf(trees, cancellationToken)))
            .Where(word => word.Tree is not null)
            .GroupBy(word => word.Tree!, word => word.Level)
            .ToImmutableDictionary(file => file.Key, file => file.OrderBy(level => level, StringComparer.Ordinal).ToImmutableArray());

    private static SyntaxTree? FirstOf(IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken) =>
        trees.OrderBy(tree => tree.FilePath, StringComparer.Ordinal).FirstOrDefault(tree => !IsGenerated(tree, cancellationToken));

    /// <summary>Nothing is shown in generated files, which are told as the compiler's analyzers tell them: by name, or by a comment at the top.</summary>
    private static bool IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) =>
        tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
        || tree.FilePath.EndsWith(".designer.cs", StringComparison.OrdinalIgnoreCase)
        || tree.FilePath.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase)
        || tree.GetRoot(cancellationToken).GetLeadingTrivia().ToString().IndexOf("<auto", StringComparison.Ordinal) >= 0;
}
