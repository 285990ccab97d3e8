using System.Globalization;

namespace ExplicitContext.Runtime;

/// <summary>Why a value must not cross, with the way to the culprit. The way is put together from its end, on the way out of the walk.</summary>
internal sealed class Refusal(Type type, string reason)
{
    // A chain of ten thousand links is not told link by link.
    private const int ShownAtEachEnd = 16;

    private readonly List<string> segments = [];

    public string Reason => reason;

    public void Within(string member) => segments.Add("." + member);

    public void Within(int index) => segments.Add(string.Create(CultureInfo.InvariantCulture, $"[{index}]"));

    public NotShareableException ToException(string name) => new(name + Path(), type, reason);

    private string Path()
    {
        var fromRoot = Enumerable.Reverse(segments);
        return segments.Count <= 2 * ShownAtEachEnd
            ? string.Concat(fromRoot)
            : string.Concat(fromRoot.Take(ShownAtEachEnd)) + "…" + string.Concat(fromRoot.TakeLast(ShownAtEachEnd));
    }
}
