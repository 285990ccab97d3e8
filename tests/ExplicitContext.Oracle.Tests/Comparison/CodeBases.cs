using ExplicitContext.Migration.Loading;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Oracle.Tests.Comparison;

/// <summary>Code bases to compare on.</summary>
internal static class CodeBases
{
    /// <summary>A project or solution with everything that it references by project, loaded as the tool loads it.</summary>
    public static async Task<CodeBase> LoadAsync(string path, string? configuration = null)
    {
        var isSolution = !path.EndsWith(".csproj", StringComparison.Ordinal);
        using var loaded = await new SolutionLoader(new DotnetCommand()).LoadAsync(new LoadTarget(path, isSolution), restore: true, new Progress<ExplicitContext.Migration.WorkProgress>(), CancellationToken.None);
        var compilations = new List<Compilation>();
        foreach (var project in loaded.Projects.Where(project => !project.IsTest))
            compilations.Add((await loaded.Solution.GetProject(project.Id)!.GetCompilationAsync())!);
        var beside = Path.Combine(Path.GetDirectoryName(path)!, "ExplicitContext.txt");
        return new CodeBase(compilations, configuration ?? (File.Exists(beside) ? await File.ReadAllTextAsync(beside) : ""));
    }

    /// <summary>The sources of an npm package, in one compilation.</summary>
    public static async Task<CodeBase> UnpackAsync(string package, TempFolder folder, IReadOnlyList<string> symbols, Func<string, bool> isLeftOut, string configuration)
    {
        await NpmPackage.UnpackAsync(package, folder.Root);
        var options = new CSharpParseOptions(LanguageVersion.CSharp9, preprocessorSymbols: symbols);
        var trees = Directory.EnumerateFiles(folder.Root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !isLeftOut(Path.GetRelativePath(folder.Path("package"), file).Replace('\\', '/')))
            .Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file, System.Text.Encoding.UTF8));
        var compilation = CSharpCompilation.Create(
            package.Split('@')[0], trees, TestCompilation.FrameworkOnly, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        return new CodeBase([compilation], configuration);
    }
}
