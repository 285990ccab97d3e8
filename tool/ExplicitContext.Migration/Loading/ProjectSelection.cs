using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace ExplicitContext.Migration.Loading;

/// <summary>Decides which of the dumped compilations are loaded, and says of every other project why it is not.</summary>
internal sealed class ProjectSelection
{
    private readonly LoadTarget target;
    private readonly DesignTimeResult result;
    private readonly bool allFrameworks;
    private readonly ImmutableArray<SkippedProject>.Builder skipped = ImmutableArray.CreateBuilder<SkippedProject>();

    private ProjectSelection(LoadTarget target, DesignTimeResult result, bool allFrameworks)
    {
        this.target = target;
        this.result = result;
        this.allFrameworks = allFrameworks;
    }

    /// <exception cref="InputException">A C# project cannot be read, or none is there.</exception>
    public static (ImmutableArray<DesignTimeDump> Chosen, ImmutableArray<SkippedProject> Skipped) Select(LoadTarget target, DesignTimeResult result, bool allFrameworks) =>
        new ProjectSelection(target, result, allFrameworks).Select();

    private (ImmutableArray<DesignTimeDump> Chosen, ImmutableArray<SkippedProject> Skipped) Select()
    {
        var chosen = result.Dumps
            .GroupBy(dump => dump.ProjectPath)
            .SelectMany(project => Choose(project.Key, [.. project]))
            .ToImmutableArray();

        foreach (var failed in Failures().DistinctBy(error => error.ProjectPath))
        {
            if (failed.ProjectPath == target.Path && target.IsSolution || result.Dumps.Any(dump => dump.ProjectPath == failed.ProjectPath)) continue;
            if (IsSdkStyleCSharp(failed.ProjectPath!)) throw CannotLoad(failed.ProjectPath!, failed.ToString());
            skipped.Add(Unsupported(failed.ProjectPath!));
        }

        if (chosen.IsEmpty) throw Nothing();
        return (chosen, skipped.ToImmutable());
    }

    // Errors without a code are details of one that has it.
    private IEnumerable<BuildError> Failures() => result.Errors.Where(error => error.ProjectPath is not null).OrderBy(error => error.Code.Length == 0);

    private IEnumerable<DesignTimeDump> Choose(string path, ImmutableArray<DesignTimeDump> dumps)
    {
        var compilations = dumps.Where(dump => dump.Kind == DesignTimeDump.Compilation).ToDictionary(dump => dump.TargetFramework);
        var frameworks = dumps.FirstOrDefault(dump => dump.Kind == DesignTimeDump.Frameworks)?.TargetFrameworks ?? compilations.Keys;
        var newest = frameworks.Max(new TargetFrameworkOrder());
        if (newest is null)
        {
            skipped.Add(Unsupported(path));
            return [];
        }

        if (!compilations.ContainsKey(newest)) throw CannotLoad(path, FirstError(path, newest));
        var wanted = frameworks.Where(framework => framework == newest || allFrameworks).Order(new TargetFrameworkOrder()).ToArray();
        foreach (var framework in frameworks.Where(framework => !wanted.Contains(framework) || !compilations.ContainsKey(framework)))
            skipped.Add(new SkippedProject(path, framework, allFrameworks ? FirstError(path, framework) : $"{newest} is scanned instead"));
        return [.. wanted.Where(compilations.ContainsKey).Select(framework => compilations[framework]).Reverse()];
    }

    private string FirstError(string path, string framework) =>
        Failures().FirstOrDefault(error => error.ProjectPath == path && (error.TargetFramework ?? framework) == framework)?.ToString() ?? result.Command.LastLine;

    private InputException Nothing()
    {
        if (result.Errors is [var error, ..]) return CannotLoad(error.ProjectPath ?? target.Path, error.ToString());
        if (result.Command.ExitCode != 0) return CannotLoad(target.Path, SdkComplaint() ?? result.Command.LastLine);
        return skipped is [var first, ..]
            ? new InputException($"{first.Path}: {first.Reason}. Name an SDK-style C# project, or a solution that holds one.")
            : new InputException($"{target.Path}: no C# project in it. Name another solution, or a .csproj file.");
    }

    // The dotnet host writes a page when global.json asks for an SDK that is not installed; these two lines say it all.
    private string? SdkComplaint()
    {
        var lines = result.Command.Output.Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith("Requested SDK version:", StringComparison.Ordinal) || line.StartsWith("global.json file:", StringComparison.Ordinal))
            .ToArray();
        return lines.Length == 0 ? null : $"no .NET SDK that fits is installed. {string.Join(", ", lines)}";
    }

    private static InputException CannotLoad(string path, string why) =>
        new($"{path}: the project cannot be read: {why}. Mend it until `dotnet build \"{path}\"` gets as far as the compiler, then try again.");

    private static SkippedProject Unsupported(string path) => new(path, null, Path.GetExtension(path).Equals(".csproj", StringComparison.OrdinalIgnoreCase)
        ? "not an SDK-style project"
        : "not a C# project");

    private static bool IsSdkStyleCSharp(string path)
    {
        if (!Path.GetExtension(path).Equals(".csproj", StringComparison.OrdinalIgnoreCase)) return false;
        try
        {
            var root = XDocument.Load(path).Root!;
            return root.Attribute("Sdk") is not null || root.Descendants().Any(element => element.Name.LocalName == "Sdk" || element.Attribute("Sdk") is not null);
        }
        catch (Exception error) when (error is XmlException or IOException)
        {
            // MSBuild's own complaint about the file is better than ours.
            return true;
        }
    }
}
