using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace VerifyTests;

/// <summary>The verified files of one test, in the folder of the test's source.</summary>
internal sealed class SnapshotFolder(string sourceFile, string method)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    private readonly string _folder = Path.GetDirectoryName(sourceFile)!;
    private readonly string _prefix = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}";

    /// <summary>Compares, writes <c>.received.</c> files where there is a difference and deletes them where there is none.</summary>
    public async Task CompareAsync(IReadOnlyList<SnapshotTarget> targets)
    {
        var problems = new List<string>();
        foreach (var received in Existing("received"))
            File.Delete(received);

        foreach (var target in targets)
        {
            var verified = PathOf(target, "verified");
            var expected = File.Exists(verified) ? (await File.ReadAllTextAsync(verified)).Replace("\r\n", "\n", StringComparison.Ordinal) : null;
            if (expected == target.Text || expected == target.Text + "\n")
                continue;
            var received = PathOf(target, "received");
            await File.WriteAllTextAsync(received, target.Text, Utf8);
            problems.Add(expected is null
                ? $"New: {received}\nThere is no {Path.GetFileName(verified)} yet. Rename the received file to accept it.\n{target.Text}"
                : $"Differs: {received}\n{Describe(expected, target.Text)}");
        }

        var wanted = targets.Select(target => PathOf(target, "verified")).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(Existing("verified").Where(file => !wanted.Contains(file)).Select(file => $"Not produced any more: {file}"));
        if (problems.Count > 0)
            throw new VerifyException(string.Join("\n\n", problems));
    }

    private static string Describe(string expected, string actual)
    {
        var diff = new InlineDiffBuilder(new DiffPlex.Differ()).BuildDiffModel(expected, actual, ignoreWhitespace: false);
        return string.Join('\n', diff.Lines.Select(line =>
            line.Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " } + line.Text));
    }

    private string PathOf(SnapshotTarget target, string state) => Path.Combine(_folder, $"{_prefix}{target.Name}.{state}.{target.Extension}");

    private IEnumerable<string> Existing(string state) =>
        Directory.EnumerateFiles(_folder, $"{_prefix}.{state}.*").Concat(Directory.EnumerateFiles(_folder, $"{_prefix}#*.{state}.*"));
}
