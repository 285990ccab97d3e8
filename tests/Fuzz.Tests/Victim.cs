using System.Collections.Immutable;
using System.Text;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.CodeFixes;
using ExplicitContext.Generators;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Fuzz.Tests;

/// <summary>One code base with everything that the package brings: variants of its files are analysed, generated from and fixed as an IDE does it, file by file.</summary>
internal sealed class Victim
{
    private const int FixesTried = 3;

    // What the SDK adds by default.
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = Instances<DiagnosticAnalyzer>(typeof(RuleIds));
    private static readonly ImmutableArray<CodeFixProvider> Fixes = Instances<CodeFixProvider>(typeof(PassContextCodeFixProvider));
    private readonly Project project;
    private readonly ImmutableArray<DocumentId> documents;
    private GeneratorDriver driver;

    private Victim(Project project)
    {
        this.project = project;
        documents = [.. project.DocumentIds];
        driver = CSharpGeneratorDriver.Create(
            Instances<IIncrementalGenerator>(typeof(ContextOverloadGenerator)).Select(GeneratorExtensions.AsSourceGenerator),
            project.AnalyzerOptions.AdditionalFiles,
            (CSharpParseOptions)project.ParseOptions!,
            project.AnalyzerOptions.AnalyzerConfigOptionsProvider);
    }

    /// <summary>The C# files of a folder as one project.</summary>
    public static Victim Read(string folder, string configuration)
    {
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(Path.GetFileName(folder), LanguageNames.CSharp)
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithCompilationOptions(TestCompilation.Options())
            .WithMetadataReferences(TestCompilation.References)
            .AddAdditionalDocument("ExplicitContext.txt", SourceText.From(configuration, Encoding.UTF8), filePath: Path.Combine(folder, "ExplicitContext.txt")).Project;
        project = project.AddDocument("GlobalUsings.cs", SourceText.From(GlobalUsings, Encoding.UTF8), filePath: Path.Combine(folder, "GlobalUsings.cs")).Project;
        var separator = Path.DirectorySeparatorChar;
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (!file.Contains($"{separator}obj{separator}", StringComparison.Ordinal) && !file.Contains($"{separator}bin{separator}", StringComparison.Ordinal))
                project = project.AddDocument(Path.GetRelativePath(folder, file), SourceText.From(File.ReadAllText(file), Encoding.UTF8), filePath: file).Project;
        }

        return new(project);
    }

    /// <summary>What went wrong with one variant; empty where nothing did.</summary>
    public async Task<IReadOnlyList<string>> TryAsync(int seed)
    {
        var random = new Random(seed);
        var original = project.GetDocument(documents[random.Next(documents.Length)])!;
        var text = new TokenMutator(random).Mutate((await original.GetSyntaxTreeAsync())!);
        var document = original.WithText(SourceText.From(text, Encoding.UTF8));
        var compilation = (await document.Project.GetCompilationAsync())!;

        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var reported);
        var faults = reported.Where(diagnostic => diagnostic.Id is "CS8785" or "CS8784").Select(diagnostic => diagnostic.ToString()).ToList();

        var tree = generated.SyntaxTrees.Single(candidate => candidate.FilePath == original.FilePath);
        var withAnalyzers = generated.WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(
            document.Project.AnalyzerOptions,
            (exception, analyzer, _) => faults.Add($"{analyzer.GetType().Name}: {exception}"),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false));
        var found = await withAnalyzers.GetAnalyzerSemanticDiagnosticsAsync(generated.GetSemanticModel(tree), filterSpan: null, CancellationToken.None);
        await TryFixesAsync(document, found, random, faults);
        return faults.Count == 0 ? [] : [.. faults.Select(fault => $"{original.FilePath}, seed {seed}: {fault}")];
    }

    private static async Task TryFixesAsync(Document document, ImmutableArray<Diagnostic> found, Random random, List<string> faults)
    {
        foreach (var diagnostic in found.OrderBy(_ => random.Next()).Take(FixesTried))
        {
            foreach (var fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                try
                {
                    var actions = new List<CodeAction>();
                    await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
                    foreach (var action in actions)
                        await action.GetOperationsAsync(CancellationToken.None);
                }
                catch (Exception exception)
                {
                    faults.Add($"{fix.GetType().Name} on {diagnostic}: {exception}");
                }
            }
        }
    }

    private static ImmutableArray<T> Instances<T>(Type inAssemblyOf) =>
    [
        .. inAssemblyOf.Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(T)))
            .Select(type => (T)Activator.CreateInstance(type)!),
    ];
}
