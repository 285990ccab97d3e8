using System.Globalization;
using System.Reflection;
using System.Text.Json;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Migration.Analysis;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Tool.Reporting.Sarif;

/// <summary>Writes an analysis as SARIF 2.1.0: one run for the whole solution, in an order that depends on nothing but the findings.</summary>
internal static class SarifWriter
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public static string Write(SolutionAnalysis analysis)
    {
        var rules = ShippedRules.Descriptors();
        var results = new SarifResults(analysis, [.. rules.Select(rule => rule.Id)]);
        var run = new SarifRun(
            new(new("explicit-context", "ExplicitContext", Version(), "https://github.com/explicit-context/explicit-context", [.. rules.Select(Rule)])),
            [new(analysis.Problems.Count == 0, [.. analysis.Problems.Items.Select(problem => new SarifNotification("error", new(problem)))])],
            new() { [SarifPlaces.Root] = new(new("The root of the repository.")) },
            new("explicit-context/"),
            "utf16CodeUnits",
            [.. results.All()]);
        return JsonSerializer.Serialize(new SarifLog(Schema, "2.1.0", [run]), SarifJsonContext.Indented.SarifLog) + "\n";
    }

    /// <summary>SARIF's word for a severity.</summary>
    public static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "note",
        _ => "none",
    };

    private static SarifRule Rule(DiagnosticDescriptor rule) => new(
        rule.Id,
        new(Text(rule.Title)),
        new(Text(rule.Description)),
        new($"{Text(rule.Description)} See {rule.HelpLinkUri}."),
        rule.HelpLinkUri,
        new(rule.IsEnabledByDefault, Level(rule.DefaultSeverity)),
        new(rule.Category, rule.CustomTags.Contains(RuleTags.ByLevel) ? ["by level"] : []));

    private static string Text(LocalizableString text) => text.ToString(CultureInfo.InvariantCulture);

    // Of 0.1.0+abc only 0.1.0 is the version of the product.
    private static string Version() =>
        typeof(SarifWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
