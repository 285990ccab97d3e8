using ExplicitContext.Model;

namespace ExplicitContext.Migration.Analysis;

/// <summary>What our rules find in a solution.</summary>
/// <param name="Root">The folder of the repository, from which places are named; that of the solution where there is no repository.</param>
/// <param name="Scopes">The projects with their baselines, by path.</param>
/// <param name="Compilations">How many compilations were analysed: each target framework of a project is one.</param>
/// <param name="Problems">What makes the result incomplete: one line each, with place and remedy.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record SolutionAnalysis(string Root, EquatableArray<BaselineScope> Scopes, int Compilations, EquatableArray<string> Problems, long Milliseconds);
