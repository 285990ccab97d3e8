using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Migration.Loading;

/// <summary>Turns dumped compiler arguments into a workspace whose projects reference each other by source.</summary>
internal sealed class WorkspaceBuilder
{
    private static readonly ImmutableArray<string> ReferenceSwitches = ["/reference:", "/r:", "/link:", "/l:"];
    private static readonly ImmutableArray<string> AnalyzerSwitches = ["/analyzer:", "/a:"];

    private readonly AdhocWorkspace workspace = new();
    private readonly Dictionary<string, DesignTimeDump> byOutput;
    private readonly Dictionary<DesignTimeDump, ProjectInfo> infos = [];

    private WorkspaceBuilder(ImmutableArray<DesignTimeDump> dumps) => byOutput = dumps
        .SelectMany(dump => dump.Outputs.Select(output => (output, dump)))
        .DistinctBy(pair => pair.output)
        .ToDictionary(pair => pair.output, pair => pair.dump);

    /// <summary>Loads the chosen compilations and, of the others, those that they reference.</summary>
    public static (Workspace Workspace, ImmutableArray<LoadedProject> Projects) Build(
        ImmutableArray<DesignTimeDump> dumps, ImmutableArray<DesignTimeDump> chosen, CancellationToken cancellationToken)
    {
        var builder = new WorkspaceBuilder([.. dumps.Where(dump => dump.Kind == DesignTimeDump.Compilation)]);
        var projects = chosen.Select(dump => builder.Load(dump, cancellationToken)).ToImmutableArray();
        builder.workspace.AddProjects(builder.infos.Values);
        return (builder.workspace, projects);
    }

    private LoadedProject Load(DesignTimeDump dump, CancellationToken cancellationToken)
    {
        var info = Info(dump, cancellationToken);
        return new LoadedProject(info.Id, info.Name, dump.ProjectPath, dump.TargetFramework, dump.IsTest);
    }

    // MSBuild has refused cyclic references by now, so the recursion ends.
    private ProjectInfo Info(DesignTimeDump dump, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (infos.TryGetValue(dump, out var known)) return known;

        var directory = Path.GetDirectoryName(dump.ProjectPath)!;
        var parsed = CSharpCommandLineParser.Default.Parse(dump.Arguments, directory, sdkDirectory: null);
        var info = CommandLineProject.CreateProjectInfo(
            Path.GetFileNameWithoutExtension(dump.ProjectPath), LanguageNames.CSharp, dump.Arguments.Where(argument => Resolves(argument, directory)), directory, workspace);
        info = info
            .WithFilePath(dump.ProjectPath)
            .WithAssemblyName(dump.AssemblyName)
            .WithProjectReferences(ProjectReferences(dump, parsed, cancellationToken))
            .WithAnalyzerConfigDocuments(parsed.AnalyzerConfigPaths.Select(path => ConfigDocument(info.Id, path)));
        infos.Add(dump, info);
        return info;
    }

    private IEnumerable<ProjectReference> ProjectReferences(DesignTimeDump dump, CSharpCommandLineArguments parsed, CancellationToken cancellationToken)
    {
        var named = parsed.MetadataReferences.Where(reference => byOutput.ContainsKey(reference.Reference))
            .Select(reference => (Path: reference.Reference, reference.Properties.Aliases, reference.Properties.EmbedInteropTypes));
        // An output that was never built is missing from the arguments, but the project behind it is loaded all the same.
        var unbuilt = dump.References.Where(reference => byOutput.ContainsKey(reference.Path))
            .Select(reference => (reference.Path, reference.Aliases, EmbedInteropTypes: false));
        return [.. named.Concat(unbuilt)
            .Select(reference => new ProjectReference(Info(byOutput[reference.Path], cancellationToken).Id, reference.Aliases, reference.EmbedInteropTypes))
            .DistinctBy(reference => reference.ProjectId)];
    }

    // CommandLineProject throws on a file that is not there; what the loaded projects produce comes by ProjectReference instead.
    private bool Resolves(string argument, string directory)
    {
        if (Value(argument, ReferenceSwitches) is { } reference)
        {
            var path = Path.GetFullPath(WithoutAlias(reference).Trim('"'), directory);
            return !byOutput.ContainsKey(path) && File.Exists(path);
        }

        return Value(argument, AnalyzerSwitches) is not { } analyzer || File.Exists(Path.GetFullPath(analyzer.Trim('"'), directory));
    }

    private static string WithoutAlias(string reference) =>
        reference.Split('=', 2) is [var alias, var path] && SyntaxFacts.IsValidIdentifier(alias) ? path : reference;

    private static string? Value(string argument, ImmutableArray<string> switches) =>
        switches.FirstOrDefault(name => argument.StartsWith(name, StringComparison.OrdinalIgnoreCase)) is { } found ? argument[found.Length..] : null;

    private static DocumentInfo ConfigDocument(ProjectId project, string path) => DocumentInfo.Create(
        DocumentId.CreateNewId(project, path), Path.GetFileName(path), loader: new FileTextLoader(path, defaultEncoding: null), filePath: path);
}
