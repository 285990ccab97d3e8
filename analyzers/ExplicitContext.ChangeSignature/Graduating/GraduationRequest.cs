using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>The wish that a generated overload become source.</summary>
/// <param name="Project">The project that declares the member.</param>
/// <param name="Member">The documentation ID of the legacy method, constructor or property.</param>
public sealed record GraduationRequest(ProjectId Project, string Member);
