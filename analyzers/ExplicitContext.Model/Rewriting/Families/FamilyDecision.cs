using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Families;

/// <summary>What is to become of a family: a plan for each of its members, or one reason against all of them.</summary>
/// <param name="Plans">The plans; empty where nothing is to be done.</param>
/// <param name="Refusal">What stands against overloads, or null.</param>
internal sealed record FamilyDecision(IReadOnlyDictionary<IMethodSymbol, MemberPlan> Plans, GenerationFinding? Refusal)
{
    /// <summary>Nobody in the family needs a context.</summary>
    public static FamilyDecision None { get; } = new(new Dictionary<IMethodSymbol, MemberPlan>(SymbolEqualityComparer.Default), null);

    public static FamilyDecision Against(GenerationFinding refusal) => None with { Refusal = refusal };
}
