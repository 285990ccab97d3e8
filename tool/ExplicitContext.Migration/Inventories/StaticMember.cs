namespace ExplicitContext.Migration.Inventories;

/// <summary>A static member that can change.</summary>
/// <param name="Name">The member, with its type.</param>
/// <param name="Project">The project that declares it.</param>
/// <param name="Place">Where.</param>
/// <param name="Shape">What makes it able to change.</param>
/// <param name="Kind">What it is there for.</param>
/// <param name="IsPublic">Whether it can be seen outside its assembly.</param>
public sealed record StaticMember(string Name, string Project, Place Place, string Shape, string Kind, bool IsPublic);
