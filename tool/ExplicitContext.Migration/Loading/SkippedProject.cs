namespace ExplicitContext.Migration.Loading;

/// <summary>A project, or one target framework of a project, that was left out of a loaded solution.</summary>
/// <param name="Path">Full path of the project file.</param>
/// <param name="TargetFramework">The target framework left out, or <see langword="null"/> for the whole project.</param>
/// <param name="Reason">Why, in one line.</param>
public sealed record SkippedProject(string Path, string? TargetFramework, string Reason);
