using Microsoft.CodeAnalysis;

namespace ExplicitContext.Migration.Loading;

/// <summary>One project of a loaded solution, for one target framework.</summary>
/// <param name="Id">Its id in <see cref="LoadedSolution.Solution"/>.</param>
/// <param name="Name">The file name without extension.</param>
/// <param name="Path">Full path of the project file.</param>
/// <param name="TargetFramework">For example <c>net10.0</c>; empty where the project names none.</param>
/// <param name="IsTest">Whether the project says <c>IsTestProject</c>.</param>
public sealed record LoadedProject(ProjectId Id, string Name, string Path, string TargetFramework, bool IsTest);
