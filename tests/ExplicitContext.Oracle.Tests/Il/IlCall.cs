using Mono.Cecil;

namespace ExplicitContext.Oracle.Tests.Il;

/// <summary>One use of a method or of a static field in a body.</summary>
/// <param name="Method">The method, or null for a field.</param>
/// <param name="Field">The static field, or null for a method.</param>
/// <param name="IsDispatched">Whether the object decides which method runs.</param>
/// <param name="Receivers">The types that the object has at least.</param>
/// <param name="IsExact">Whether it has no derived type.</param>
internal sealed record IlCall(MethodDefinition? Method, FieldDefinition? Field, bool IsDispatched, IReadOnlyList<TypeReference> Receivers, bool IsExact);
