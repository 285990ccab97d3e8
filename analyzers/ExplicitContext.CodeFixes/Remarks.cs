using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.CodeFixes;

/// <summary>Comments and directives, which a fix must not throw away with the code around them.</summary>
internal static class Remarks
{
    /// <summary>Whether there are any inside of a node; what stands before and after it is kept.</summary>
    public static bool AreIn(SyntaxNode node) =>
        node.DescendantTrivia().Any(trivia => node.Span.Contains(trivia.Span) && !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
}
