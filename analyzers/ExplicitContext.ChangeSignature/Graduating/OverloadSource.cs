using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>The text of a generated overload as source: what the generator wrote, without the directives that only a generated file needs.</summary>
internal static class OverloadSource
{
    /// <summary>The lines of the overload, comments and attributes first, indented as in the original.</summary>
    /// <param name="overload">Its declaration in the generated file.</param>
    /// <param name="legacyBody">The code that it was made of.</param>
    /// <param name="withComments">Whether the comments above it are wanted.</param>
    public static IReadOnlyList<string> Lines(MemberDeclarationSyntax overload, SyntaxNode legacyBody, bool withComments)
    {
        var text = overload.SyntaxTree.GetText();
        var dropped = new HashSet<int>(overload.DescendantTrivia()
            .Where(trivia => trivia.IsDirective && (trivia.SpanStart < overload.SpanStart || trivia.IsKind(SyntaxKind.LineDirectiveTrivia) || trivia.IsKind(SyntaxKind.LineSpanDirectiveTrivia)))
            .Concat(GeneratedOnly(overload))
            .Select(trivia => text.Lines.GetLineFromPosition(trivia.SpanStart).LineNumber));
        if (BlankAfterBrace(overload) is { } blank && BlankAfterBrace(legacyBody) is null)
            dropped.Add(blank);
        var head = text.Lines.GetLineFromPosition(overload.SpanStart).LineNumber;
        return
        [
            .. from number in Enumerable.Range(0, text.Lines.GetLineFromPosition(overload.Span.End).LineNumber + 1).Skip(text.Lines.GetLineFromPosition(overload.FullSpan.Start).LineNumber)
               where !dropped.Contains(number)
               let line = text.Lines[number].ToString()
               where number >= head || (withComments && line.Trim().Length > 0)
               select DirectiveOf(overload, legacyBody, text.Lines[number]) ?? line,
        ];
    }

    /// <summary>The directive of the original that a generated file cannot have: an empty line, or another directive, stands for it.</summary>
    private static string? DirectiveOf(SyntaxNode overload, SyntaxNode legacyBody, TextLine line)
    {
        if (line.ToString().Trim() is { Length: > 0 } text && text[0] != '#')
            return null;
        var original = overload.SyntaxTree.GetMappedLineSpan(line.Span);
        var lines = legacyBody.SyntaxTree.GetText().Lines;
        return original.HasMappedPath && original.StartLinePosition.Line < lines.Count && lines[original.StartLinePosition.Line].ToString() is { } directive
            && directive.TrimStart().StartsWith("#", StringComparison.Ordinal)
            && (!directive.Contains("region") || HasWholeRegions(legacyBody))
            ? directive
            : null;
    }

    /// <summary>Whether each region that begins or ends in a body does both there: half a one is left where it stood.</summary>
    private static bool HasWholeRegions(SyntaxNode body)
    {
        var depth = 0;
        foreach (var trivia in body.DescendantTrivia().Where(trivia => trivia.SpanStart > body.SpanStart))
        {
            depth += trivia.IsKind(SyntaxKind.RegionDirectiveTrivia) ? 1 : trivia.IsKind(SyntaxKind.EndRegionDirectiveTrivia) ? -1 : 0;
            if (depth < 0)
                return false;
        }

        return depth == 0;
    }

    /// <summary>The blank line with which a body begins: where the original has none, a statement that cached the ambient has left it.</summary>
    private static int? BlankAfterBrace(SyntaxNode member)
    {
        var lines = member.SyntaxTree.GetText().Lines;
        return member.ChildNodes().OfType<BlockSyntax>().FirstOrDefault() is { } block
            && lines.GetLineFromPosition(block.OpenBraceToken.SpanStart).LineNumber + 1 is var next
            && next < lines.Count && lines[next].ToString().Trim().Length == 0
            ? next
            : null;
    }

    /// <summary>Attributes that say who wrote the code; each list has a line of its own.</summary>
    private static IEnumerable<SyntaxTrivia> GeneratedOnly(MemberDeclarationSyntax overload) =>
        from list in overload.AttributeLists
        where list.Attributes.All(attribute => attribute.Name.ToString().EndsWith("GeneratedCode", StringComparison.Ordinal) || attribute.Name.ToString().EndsWith("GeneratedCodeAttribute", StringComparison.Ordinal))
        from trivia in list.GetLastToken().TrailingTrivia.Take(1)
        select trivia;
}
