using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.CodeFixes.Tests.Documentation;

/// <summary>
/// A guide. Its <c>csharp</c> blocks are one program, which prints its <c>output</c> blocks. A <c>csharp generated</c> block stands in what is generated for that program, and a
/// <c>csharp graduated</c> one is what graduation makes of the block before it. Anything else is a <c>csharp fragment</c>.
/// </summary>
internal sealed class GuidePage(string name)
{
    private const string Folder = "docs/guides";
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private readonly IReadOnlyList<CodeBlock> blocks = CodeBlock.AllIn(RepositoryFile.Read($"{Folder}/{name}"));

    public static IEnumerable<string> Names => Directory.EnumerateFiles(RepositoryFile.PathOf(Folder), "*.md").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public IEnumerable<string> Infos => blocks.Select(block => block.Info);

    public string Program => Joined("csharp");

    public string Output => Joined("output");

    public IEnumerable<string> Generated => blocks.Where(block => block.Info == "csharp generated").Select(block => block.Code);

    /// <summary>The program with each graduated block in the place of the one before it.</summary>
    public string Graduated => string.Concat(blocks
        .Where((block, i) => block.Info is "csharp graduated" || (block.Info == "csharp" && blocks.ElementAtOrDefault(i + 1)?.Info != "csharp graduated"))
        .Select(block => block.Code));

    /// <summary>The rules that the program announces by a comment at the end of a line.</summary>
    public IEnumerable<string> Announced => Program.Split('\n').Where(line => line.Contains("// ECTX", StringComparison.Ordinal)).Select(line => line[^"ECTX0000".Length..]);

    /// <summary>A program of the page in a project that generates.</summary>
    public static TestProject ProjectOf(string program) => new(program, Usings) { OutputKind = OutputKind.ConsoleApplication, IsGenerating = true };

    /// <summary>The program's compilation, with what is generated.</summary>
    public static async Task<CSharpCompilation> CompiledAsync(string program) => (CSharpCompilation)(await ProjectOf(program).ToProject().GetCompilationAsync())!;

    private string Joined(string info) => string.Concat(blocks.Where(block => block.Info == info).Select(block => block.Code));
}
