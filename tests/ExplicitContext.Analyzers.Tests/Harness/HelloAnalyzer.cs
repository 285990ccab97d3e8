using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Tests.Harness;

#pragma warning disable RS1036, RS1041, RS2008 // An analyzer for tests of the harness only.
/// <summary>Reports types whose name is the property Hello, or that an additional file names; fails on a type called Crash.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HelloAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new("HELLO1", "Hello", "Hello, {0}", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(
            symbol =>
            {
                var tree = symbol.Symbol.Locations[0].SourceTree!;
                var options = symbol.Options.AnalyzerConfigOptionsProvider;
                if (symbol.Symbol.Name == "Crash")
                    throw new InvalidOperationException("crashed");
                if ((options.GlobalOptions.TryGetValue("build_property.Hello", out var name) && name == symbol.Symbol.Name)
                    || (options.GetOptions(tree).TryGetValue("hello", out name) && name == symbol.Symbol.Name))
                    symbol.ReportDiagnostic(Diagnostic.Create(Rule, symbol.Symbol.Locations[0], name));
            },
            SymbolKind.NamedType);
        context.RegisterAdditionalFileAction(file =>
        {
            var text = file.AdditionalFile.GetText()!;
            foreach (var line in text.Lines.Where(line => line.ToString().StartsWith("hello", StringComparison.Ordinal)))
                file.ReportDiagnostic(Diagnostic.Create(Rule, Location.Create(file.AdditionalFile.Path, line.Span, text.Lines.GetLinePositionSpan(line.Span)), "file"));
        });
    }
}
