using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.StaticState;

/// <summary>How often a compilation changes something of a name. A file is read when it is first needed. Safe for concurrent use.</summary>
internal sealed class ChangedNamesOfCompilation(Compilation compilation, Func<SyntaxTree, NamesInFile> read)
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Lazy<NamesInFile[]> files = new(() => [.. compilation.SyntaxTrees.Select(read)]);

    /// <summary>Whether nothing changes the member but these uses of it. Unknown, so not, where others than the compilation can do so.</summary>
    public bool IsChangedOnlyBy(ISymbol member, int uses) => !member.IsExternallyVisible() && IsChangedHereOnlyBy(member, uses);

    /// <summary>Whether nothing in the compilation changes the member but these uses of it.</summary>
    public bool IsChangedHereOnlyBy(ISymbol member, int uses) => counts.GetOrAdd(member.Name, Count) <= uses;

    private int Count(string name) => files.Value.Sum(file => file.ChangesOf(name));
}
