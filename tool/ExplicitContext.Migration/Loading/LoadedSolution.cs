using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Migration.Loading;

/// <summary>Projects as the compiler sees them. Immutable; dispose it to free the workspace behind it.</summary>
public sealed class LoadedSolution : IDisposable
{
    private readonly Workspace workspace;

    internal LoadedSolution(LoadTarget target, Workspace workspace, ImmutableArray<LoadedProject> projects, ImmutableArray<SkippedProject> skipped)
    {
        this.workspace = workspace;
        Target = target;
        Solution = workspace.CurrentSolution;
        Projects = projects;
        Skipped = skipped;
    }

    /// <summary>What was loaded.</summary>
    public LoadTarget Target { get; }

    /// <summary>
    /// The Roslyn solution. It may hold more than <see cref="Projects"/>: a project that is needed as a reference in another target framework stands there too.
    /// </summary>
    public Solution Solution { get; }

    /// <summary>Each loaded project once for each framework that was asked for, ordered by path, the newest framework first.</summary>
    public ImmutableArray<LoadedProject> Projects { get; }

    /// <summary>What was left out, and why.</summary>
    public ImmutableArray<SkippedProject> Skipped { get; }

    /// <inheritdoc />
    public void Dispose() => workspace.Dispose();
}
