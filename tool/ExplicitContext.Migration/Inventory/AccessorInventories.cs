using System.Collections.Immutable;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Reach;

namespace ExplicitContext.Migration.Inventory;

/// <summary>Counts who hangs on each ambient accessor, over the call graph of all projects at once.</summary>
internal sealed class AccessorInventories
{
    private readonly ReachGraph graph;
    private readonly ImmutableArray<TreeSummary> summaries;
    private readonly ScannedPaths paths;
    private readonly int chains;

    public AccessorInventories(ImmutableArray<TreeSummary> summaries, ScannedPaths paths, int chains)
    {
        this.summaries = summaries;
        this.paths = paths;
        this.chains = chains;
        graph = ReachGraph.Build(summaries);
    }

    /// <summary>The accessors that are named anywhere.</summary>
    public IEnumerable<string> ReadKeys => graph.Members.SelectMany(member => member.Reads.Items).Select(read => read.AccessorKey).Distinct();

    public AccessorInventory Of(string key, string name)
    {
        var sites = SitesOf(key);
        var direct = graph.Members.Where(member => member.Reads.Items.Any(read => read.AccessorKey == key)).Select(member => member.OwnerKey).Distinct().ToArray();
        var named = graph.Reach(key, DispatchMode.Static);
        var dispatched = graph.Reach(key, DispatchMode.Virtual);
        return new AccessorInventory(
            MemberKeys.DocumentationIdOf(key),
            name,
            sites.Length,
            sites.Count(site => site.Read.Usage.HasFlag(AmbientUsage.Write)),
            sites.Count(site => site.IsEntry),
            direct.Length,
            direct.Select(TypeOf).Distinct().Count(),
            Owners(named).Count(),
            Owners(dispatched).Count(),
            Owners(dispatched).Count(owner => owner.IsPublic),
            dispatched.Members.Values.Select(reached => reached.Distance).DefaultIfEmpty().Max(),
            new([.. sites.Select(site => paths.Place(site.File, site.Read.Line))]),
            new([.. LongestChains(dispatched)]));
    }

    // A file that two projects share, or that is compiled for two frameworks, holds each site once.
    private (string File, ReadSite Read, bool IsEntry)[] SitesOf(string key) => [.. summaries
        .SelectMany(summary => summary.Members.Items.SelectMany(member => member.Reads.Items.Select(read => (File: summary.Path, Read: read, IsEntry: member.IsBoundary))))
        .Where(site => site.Read.AccessorKey == key)
        .Distinct()
        .OrderBy(site => site.File, StringComparer.Ordinal).ThenBy(site => site.Read.Line).ThenBy(site => site.Read.Column)];

    private static IEnumerable<MemberSummary> Owners(ReachResult result) => result.Members.Values.Select(reached => reached.Member).DistinctBy(member => member.OwnerKey);

    private static string TypeOf(string memberKey)
    {
        var withoutParameters = memberKey.Split('(')[0];
        return withoutParameters[..withoutParameters.LastIndexOf('.')];
    }

    private IEnumerable<CallChain> LongestChains(ReachResult result)
    {
        var passedThrough = result.Members.Values.Select(reached => reached.NextKey).ToHashSet();
        return result.Members
            .Where(member => !passedThrough.Contains(member.Key))
            .OrderByDescending(member => member.Value.Distance)
            .ThenBy(member => member.Key, StringComparer.Ordinal)
            .Take(chains)
            .Select(member => new CallChain(new([.. result.ChainFrom(member.Key).Select(Link)])));
    }

    private ChainLink Link(MemberSummary member) => new(member.DisplayName, paths.Place(member.Path, member.Line));
}
