using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Incremental;

/// <summary>One file of a compilation.</summary>
/// <param name="Tree">The file.</param>
/// <param name="Id">A number that no other tree has, now or later.</param>
/// <param name="Facts">What it declares and mentions.</param>
internal sealed record ProjectFile(SyntaxTree Tree, ulong Id, TreeFacts Facts);
