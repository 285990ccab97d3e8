using Mono.Cecil;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Oracle.Tests.Comparison;

/// <summary>A method that one side says reaches an accessor and the other does not.</summary>
/// <param name="Key">The method.</param>
/// <param name="IsOnlyBuilt">Whether the built code says so; else only the sources do.</param>
/// <param name="Chain">How it gets there, on the side that says so.</param>
/// <param name="Method">The method in built code, where it is there.</param>
/// <param name="Symbol">The method in the sources, where it is there.</param>
internal sealed record Difference(string Key, bool IsOnlyBuilt, string Chain, MethodDefinition? Method, ISymbol? Symbol)
{
    public override string ToString() => $"{(IsOnlyBuilt ? "only built" : "only source")}: {Key}\n    {Chain}";
}
