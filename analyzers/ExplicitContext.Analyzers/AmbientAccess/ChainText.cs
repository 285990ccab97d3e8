using System.Collections.Immutable;
using ExplicitContext.Model.Reach;
using ExplicitContext.Model.Reach.Carrying;

namespace ExplicitContext.Analyzers.AmbientAccess;

/// <summary>How a message shows a chain of calls.</summary>
internal static class ChainText
{
    private const int MostNames = 5;
    private const string Arrow = " -> ";

    /// <summary>The names from the callee to the accessor; of a long chain, its beginning and its end.</summary>
    public static string Of(ReachChain chain)
    {
        ImmutableArray<string> names = [.. chain.Members.Append(chain.AccessorKey).Select(NameOf)];
        return names.Length <= MostNames
            ? string.Join(Arrow, names)
            : string.Join(Arrow, names.Take(MostNames - 2).Append("...").Concat(names.Skip(names.Length - 2)));
    }

    /// <summary>A member as a message names it.</summary>
    public static string NameOf(string key) => MemberId.Parse(key)?.DisplayName ?? MemberKeys.DocumentationIdOf(key);
}
