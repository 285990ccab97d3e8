namespace ExplicitContext.Migration.Inventory;

/// <summary>The counts of one project.</summary>
/// <param name="Name">The project.</param>
/// <param name="Path">The path from the scanned folder, with forward slashes.</param>
/// <param name="TargetFramework">The framework that was scanned.</param>
/// <param name="Files">Its source files, generated ones included.</param>
/// <param name="Members">Its members with a body; 0 where no ambient accessor is declared, since no body is read then.</param>
/// <param name="AmbientSites">How often it names an ambient accessor.</param>
/// <param name="StaticMembers">Its pieces of mutable static state.</param>
/// <param name="FilesWithErrors">Its files that do not compile.</param>
public sealed record ProjectInventory(
    string Name, string Path, string TargetFramework, int Files, int Members, int AmbientSites, int StaticMembers, int FilesWithErrors);
