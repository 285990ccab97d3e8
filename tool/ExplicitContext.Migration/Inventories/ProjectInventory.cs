namespace ExplicitContext.Migration.Inventories;

/// <summary>One project that was read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">The project file, relative to the target's folder.</param>
/// <param name="TargetFramework">The target framework that was read.</param>
/// <param name="Files">How many source files it has, generated ones included.</param>
/// <param name="Members">How many members with a body it has.</param>
/// <param name="Errors">How many compile errors it has; members with errors are counted as far as they bind.</param>
public sealed record ProjectInventory(string Name, string Path, string TargetFramework, int Files, int Members, int Errors);
