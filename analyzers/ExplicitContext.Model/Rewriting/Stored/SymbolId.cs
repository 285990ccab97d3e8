namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>Names a type or a member of one by strings that mean the same in each compilation of a project.</summary>
/// <param name="Assembly">The name of the assembly.</param>
/// <param name="Type">The type, by its name in metadata.</param>
/// <param name="Member">The name of the member; null for the type itself.</param>
/// <param name="Signature">The documentation ID, which tells members of one name apart.</param>
internal sealed record SymbolId(string Assembly, string Type, string? Member, string? Signature);
