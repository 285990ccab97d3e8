using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.CodeFixes.Tests.Documentation;

/// <summary>The rules as the assemblies have them: what pages, README and release tracking are held against.</summary>
internal static class ShippedRules
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = Instances<DiagnosticAnalyzer>(typeof(RuleIds));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Distinct().OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    private static readonly ImmutableHashSet<string> Fixable =
        [.. Instances<CodeFixProvider>(typeof(PassContextCodeFixProvider)).SelectMany(fix => fix.FixableDiagnosticIds)];

    /// <summary>What the tables say of a rule's fix; that every fix has a FixAll is what the tests of the fixes hold.</summary>
    public static string Fix(DiagnosticDescriptor rule) => Fixable.Contains(rule.Id) ? "yes, FixAll" : "no";

    /// <summary>Findings in code follow the level; what is wrong with the configuration or with a request to generate does not.</summary>
    public static bool FollowsLevel(DiagnosticDescriptor rule) => rule.CustomTags.Contains(RuleTags.ByLevel);

    private static ImmutableArray<T> Instances<T>(Type inAssemblyOf) =>
    [
        .. inAssemblyOf.Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(T)))
            .Select(type => (T)Activator.CreateInstance(type)!),
    ];
}
