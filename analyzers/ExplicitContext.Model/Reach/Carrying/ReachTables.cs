namespace ExplicitContext.Model.Reach.Carrying;

/// <summary>What an assembly says of reach.</summary>
/// <param name="Carried">In metadata, for all: members that other assemblies can call, and what leads on from them.</param>
/// <param name="Local">For the analyzers of the same compilation: all others.</param>
public sealed record ReachTables(EquatableArray<ReachTable> Carried, EquatableArray<ReachTable> Local)
{
    /// <summary>The name of the file in which they are left in a compilation.</summary>
    public const string FileName = "ExplicitContext.Reach.g.cs";

    /// <summary>Nothing reaches anything.</summary>
    public static ReachTables Empty { get; } = new(default, default);
}
