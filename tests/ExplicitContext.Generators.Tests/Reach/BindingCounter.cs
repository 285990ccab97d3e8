using System.Collections.Concurrent;
using ExplicitContext.Model.Incremental;

namespace ExplicitContext.Generators.Tests.Reach;

/// <summary>Counts the bodies that are bound, by file.</summary>
internal sealed class BindingCounter : IBindingObserver
{
    private readonly ConcurrentDictionary<string, int> bound = new();

    public void OnBound(string path, int bodies) => bound.AddOrUpdate(Path.GetFileNameWithoutExtension(path), bodies, (_, sum) => sum + bodies);

    /// <summary>What has been bound since the last time: <c>Reader 2, Caller 1</c>; empty where nothing was.</summary>
    public string Take()
    {
        var text = string.Join(", ", bound.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Key} {file.Value}"));
        bound.Clear();
        return text;
    }
}
