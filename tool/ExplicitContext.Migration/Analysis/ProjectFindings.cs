using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Migration.Analysis;

/// <summary>What was found in one project for one target framework.</summary>
/// <param name="ProjectName">The project.</param>
/// <param name="BaselinePath">The baseline that speaks of it.</param>
/// <param name="BaselineText">Its text; null where there is none.</param>
/// <param name="StaleSeverity">How severe a stale entry is.</param>
/// <param name="Findings">What was found.</param>
/// <param name="Problems">What makes that incomplete: one line each.</param>
internal sealed record ProjectFindings(string ProjectName, string BaselinePath, string? BaselineText, DiagnosticSeverity StaleSeverity, ImmutableArray<CodeFinding> Findings, ImmutableArray<string> Problems);
