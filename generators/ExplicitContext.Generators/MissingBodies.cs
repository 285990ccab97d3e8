using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Generators;

/// <summary>
/// Says in a build why the body of a partial member is missing. Without the body nothing compiles, and a compiler that stops at a declaration runs no analyzers: all that a person
/// would see is that the body is missing. An IDE runs them all the same, so there it is said twice.
/// </summary>
internal static class MissingBodies
{
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<GeneratedParts> result)
    {
        var reasons = result
            .Select((generated, _) => generated.LacksBodies ? generated.Findings : default)
            .Combine(context.CompilationProvider)
            .SelectMany((input, _) => input.Left.Items.SelectMany(finding => ReasonsFor(input.Right, finding)));
        context.RegisterImplementationSourceOutput(reasons, (output, reason) => output.ReportDiagnostic(reason.ToDiagnostic()));
    }

    private static IEnumerable<Reason> ReasonsFor(Compilation compilation, GenerationFinding finding) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId(finding.Symbol, compilation) is { } symbol
            ? [new(finding, symbol.Locations[0].GetLineSpan(), symbol.Locations[0].SourceSpan)]
            : [];

    private sealed record Reason(GenerationFinding Finding, FileLinePositionSpan Lines, TextSpan Span)
    {
        /// <summary>As the analyzers of the same package report it.</summary>
        public Diagnostic ToDiagnostic() => Diagnostic.Create(
            Finding.Rule,
            "ExplicitContext.Generation",
            Finding.Message,
            DiagnosticSeverity.Warning,
            DiagnosticSeverity.Warning,
            isEnabledByDefault: true,
            warningLevel: 1,
            location: Location.Create(Lines.Path, Span, Lines.Span));
    }
}
