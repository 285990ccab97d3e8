namespace ExplicitContext.Model.Reach;

/// <summary>What one source file adds to the call graph. Holds strings only, so that it outlives its compilation and is equal by value.</summary>
/// <param name="Path">The file.</param>
/// <param name="Members">The members with a body, in source order.</param>
/// <param name="Dispatch">Which declared member may run where another one is called.</param>
/// <param name="Types">The types that the file declares a part of.</param>
public sealed record TreeSummary(string Path, EquatableArray<MemberSummary> Members, EquatableArray<DispatchEdge> Dispatch, EquatableArray<TypeBases> Types);
