using System.Collections.Immutable;
using ExplicitContext.Model.Reach;

namespace ExplicitContext.Migration.Inventories;

/// <summary>Counts who reaches one accessor.</summary>
internal sealed class AccessorReach(string key, ImmutableArray<TreeSummary> summaries, ReachGraph graph, RelativePaths paths)
{
    public AccessorInventory Take()
    {
        var named = graph.Reach(key, DispatchMode.Static);
        var dispatched = graph.Reach(key, DispatchMode.Virtual);
        return new AccessorInventory(
            MemberKeys.DocumentationIdOf(key),
            MemberKeys.DisplayNameOf(key),
            [.. Sites()],
            Owners(named.Members.Values.Where(reached => reached.Distance == 0)).Count(),
            Owners(named.Members.Values).Count(),
            Owners(dispatched.Members.Values).Count(),
            Owners(dispatched.Members.Values.Where(reached => reached.Member.IsPublic)).Count(),
            [.. dispatched.LongestChain().Select(member => new ChainLink(member.DisplayName, new Place(paths.Of(member.Path), member.Line + 1)))]);
    }

    private static IEnumerable<string> Owners(IEnumerable<Reached> reached) => reached.Select(one => one.Member.OwnerKey).Distinct(StringComparer.Ordinal);

    /// <summary>A file that several projects share is one place.</summary>
    private IEnumerable<Place> Sites() =>
        from site in summaries
            .SelectMany(summary => summary.Members.Items.SelectMany(member => member.Reads.Items).Select(read => (summary.Path, Read: read)))
            .Where(site => site.Read.AccessorKey == key)
            .Distinct()
        orderby site.Path, site.Read.Line, site.Read.Column
        select new Place(paths.Of(site.Path), site.Read.Line + 1);
}
