namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>
/// What was generated for one file and why, as a value. An edit of bodies that leaves them doing the same, wherever they do it, needs this file's overloads anew and nothing
/// else.
/// </summary>
/// <param name="HintName">The name of the generated file; null where there is none.</param>
/// <param name="Members">The members in the closure whose bodies stand in the file.</param>
/// <param name="Overloads">The overloads.</param>
/// <param name="Findings">What in them stays as it was.</param>
internal sealed record StoredFile(string? HintName, EquatableArray<StoredMember> Members, EquatableArray<StoredOverload> Overloads, EquatableArray<GenerationFinding> Findings)
{
    /// <summary>Of a file that has no part in the closure.</summary>
    public static StoredFile None { get; } = new(null, default, default, default);
}
