using System.Globalization;
using System.Text.RegularExpressions;

namespace ExplicitContext.Migration.Loading;

/// <summary>Orders target frameworks from old to new: .NET Framework, .NET Standard, .NET; then by version; without a platform before with one.</summary>
internal sealed partial class TargetFrameworkOrder : IComparer<string>
{
    public int Compare(string? x, string? y)
    {
        var order = Rank(x ?? "").CompareTo(Rank(y ?? ""));
        return order != 0 ? order : string.CompareOrdinal(y, x);
    }

    private static (int Family, Version Version, int Plain) Rank(string moniker)
    {
        var match = Moniker().Match(moniker);
        if (!match.Success) return (0, new Version(0, 0), 0);

        var digits = match.Groups["version"].Value;
        var version = digits.Contains('.')
            ? Version.Parse(digits)
            : new Version(int.Parse(digits[..1], CultureInfo.InvariantCulture), digits.Length > 1 ? int.Parse(digits[1..], CultureInfo.InvariantCulture) : 0);
        var family = match.Groups["family"].Value.ToLowerInvariant() switch
        {
            "netstandard" => 2,
            "netcoreapp" => 3,
            _ => version.Major >= 5 ? 3 : 1,
        };
        return (family, version, moniker.Contains('-') ? 0 : 1);
    }

    [GeneratedRegex(@"^(?<family>netstandard|netcoreapp|net)(?<version>\d+(\.\d+)*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Moniker();
}
