using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Package.Tests;

/// <summary>Looks into a .nupkg.</summary>
internal sealed class PackageFile(string path) : IDisposable
{
    private readonly ZipArchive archive = ZipFile.OpenRead(path);

    /// <summary>The packed files, sorted, without the container's own parts and the manifest.</summary>
    public IReadOnlyList<string> Files =>
        [.. archive.Entries.Select(e => e.FullName)
            .Where(f => !f.StartsWith("_rels/", StringComparison.Ordinal) && !f.StartsWith("package/", StringComparison.Ordinal)
                && f != "[Content_Types].xml" && !f.EndsWith(".nuspec", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>The <c>metadata</c> element of the manifest.</summary>
    public XElement Metadata
    {
        get
        {
            using var manifest = archive.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
            return XDocument.Load(manifest).Root!.Elements().Single();
        }
    }

    /// <summary>The text of a metadata element.</summary>
    public string MetadataText(string name) => Metadata.Elements().Single(e => e.Name.LocalName == name).Value;

    /// <summary>The packages that this one depends on, each once.</summary>
    public IReadOnlyList<string> Dependencies =>
        [.. Metadata.Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => $"{(string)e.Attribute("id")!} {(string)e.Attribute("version")!}").Distinct()];

    /// <summary>Reads an assembly of the package.</summary>
    public PEReader Assembly(string file)
    {
        var copy = new MemoryStream();
        using (var entry = archive.GetEntry(file)!.Open())
            entry.CopyTo(copy);
        copy.Position = 0;
        return new PEReader(copy);
    }

    /// <summary>The assemblies that an assembly of the package refers to, with their versions.</summary>
    public IReadOnlyDictionary<string, Version> ReferencesOf(string file)
    {
        using var assembly = Assembly(file);
        var metadata = assembly.GetMetadataReader();
        return metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).ToDictionary(r => metadata.GetString(r.Name), r => r.Version);
    }

    public void Dispose() => archive.Dispose();
}
