using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace VerifyTests;

/// <summary>The files of a generator run's snapshot.</summary>
internal static class GeneratorTargets
{
    public static IReadOnlyList<SnapshotTarget> Of(GeneratorDriverRunResult run)
    {
        var exceptions = run.Results.Where(result => result.Exception is not null).Select(result => result.Exception!).ToList();
        if (exceptions.Count == 1)
            ExceptionDispatchInfo.Throw(exceptions[0]);
        if (exceptions.Count > 1)
            throw new AggregateException(exceptions);

        var sources =
            from result in run.Results
            from source in result.GeneratedSources.OrderBy(source => source.HintName)
            let file = source.SyntaxTree.FilePath
            select new SnapshotTarget(
                "#" + Path.GetFileNameWithoutExtension(file),
                Path.GetExtension(file)[1..],
                Lf($"//HintName: {source.HintName}\n{source.SourceText}"));
        return run.Diagnostics.IsEmpty ? [.. sources] : [new("", "txt", Lf(Describe(run.Diagnostics))), .. sources];
    }

    private static string Lf(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Describe(IEnumerable<Diagnostic> diagnostics) =>
        $"{{\n  Diagnostics: [\n{string.Join(",\n", diagnostics.Select(Describe))}\n  ]\n}}";

    private static string Describe(Diagnostic diagnostic)
    {
        if (diagnostic.Location.IsInSource)
        {
            throw new NotSupportedException(
                "The stand-in for Verify renders diagnostics at a file position, not ones that hold a syntax tree, and neither should an incremental "
                + "generator: create the location from path and spans, or run with -p:UseVerifyPackages=true.");
        }

        var text = new StringBuilder("    {\n");
        if (diagnostic.Location != Location.None)
        {
            var span = diagnostic.Location.GetMappedLineSpan();
            text.Append($"      Location: {span.Path.Replace('/', '\\')}: {span.Span},\n");
        }

        text.Append($"      Message: {diagnostic.GetMessage(CultureInfo.InvariantCulture)},\n      Severity: {diagnostic.Severity},\n");
        if (diagnostic.WarningLevel != 0)
            text.Append(CultureInfo.InvariantCulture, $"      WarningLevel: {diagnostic.WarningLevel},\n");
        return text.Append("      Descriptor: {\n").Append(Describe(diagnostic.Descriptor)).Append("\n      }\n    }").ToString();
    }

    private static string Describe(DiagnosticDescriptor rule)
    {
        (string Name, string Value)[] members =
        [
            ("Id", rule.Id),
            ("Title", rule.Title.ToString(CultureInfo.InvariantCulture)),
            ("Description", rule.Description.ToString(CultureInfo.InvariantCulture)),
            ("HelpLink", rule.HelpLinkUri),
            ("MessageFormat", rule.MessageFormat.ToString(CultureInfo.InvariantCulture)),
            ("Category", rule.Category),
            ("DefaultSeverity", rule.DefaultSeverity.ToString()),
            ("IsEnabledByDefault", rule.IsEnabledByDefault ? "true" : "false"),
        ];
        var lines = members.Where(member => member.Value.Length > 0).Select(member => $"        {member.Name}: {member.Value}");
        if (rule.CustomTags.Any())
            lines = lines.Append($"        CustomTags: [\n{string.Join(",\n", rule.CustomTags.Select(tag => "          " + tag))}\n        ]");
        return string.Join(",\n", lines);
    }
}
