using ExplicitContext.Migration.Analysis;

namespace ExplicitContext.Tool.Reporting.Sarif;

/// <summary>Says places as SARIF does: by URIs from the root of the repository, the same on every machine.</summary>
internal sealed class SarifPlaces(string root)
{
    /// <summary>The name of the base that stands for the root of the repository.</summary>
    public const string Root = "SRCROOT";

    public SarifLocation Of(CodePlace? place, CodeMember? member, int? id = null, string? message = null) => new(
        id,
        place is null ? null : new(Artifact(place.File), new(place.Line, place.Column, place.EndLine, place.EndColumn)),
        member is null ? null : [new(member.FullName, member.Id, member.Kind)],
        message is null ? null : new(message));

    /// <summary>The path from the root with its parts escaped; a file outside of the repository has a URI of its own.</summary>
    public SarifArtifact Artifact(string file)
    {
        var path = Path.GetRelativePath(root, file).Replace('\\', '/');
        return Path.IsPathRooted(path) || path.StartsWith("../", StringComparison.Ordinal)
            ? new(new Uri(Path.GetFullPath(file)).AbsoluteUri, null)
            : new(string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), Root);
    }
}
