using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.StaticState;

/// <summary>How often a compilation changes something of a name. A file is read when it is first needed. Safe for concurrent use.</summary>
internal sealed class ChangedNamesOfCompilation(Compilation compilation, Func<SyntaxTree, NamesInFile> read)
{
    private readonly ConcurrentDictionary<string, (int Count, bool IsAll)> counts = new(StringComparer.Ordinal);
    private readonly Lazy<NamesInFile[]> files = new(() => [.. compilation.SyntaxTrees.Select(read)]);

    /// <summary>Whether nothing changes the member but these uses of it. Unknown, so not, where others than the compilation can do so.</summary>
    public bool IsChangedOnlyBy(ISymbol member, int uses) => !member.IsExternallyVisible() && IsChangedHereOnlyBy(member, uses);

    /// <summary>Whether nothing in the compilation changes the member but these uses of it.</summary>
    public bool IsChangedHereOnlyBy(ISymbol member, int uses)
    {
        if (!counts.TryGetValue(member.Name, out var known) || (!known.IsAll && known.Count <= uses))
        {
            counts[member.Name] = known = Count(member.Name, uses);
        }

        return known.Count <= uses;
    }

    /// <summary>One more than so many is as good as all.</summary>
    private (int Count, bool IsAll) Count(string name, int most)
    {
        var count = 0;
        foreach (var file in files.Value)
        {
            count += file.ChangesOf(name);
            if (count > most)
            {
                return (count, IsAll: false);
            }
        }

        return (count, IsAll: true);
    }
}
