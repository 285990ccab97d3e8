using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>
/// What a copy of a declaration cannot take over from the text around the original: directives whose other half stands outside, or that would undo what is in force
/// where the copy stands. They become empty lines, so that the numbers of the lines stay.
/// </summary>
internal static class CopiedText
{
    /// <summary>The line break that a file uses: that of its first line.</summary>
    public static string NewLineOf(SourceText source) => source.Lines[0] is var first && first.EndIncludingLineBreak > first.End ? source.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";

    /// <summary>Whether a declaration switches the nullable context inside of it.</summary>
    public static bool HasNullableDirective(SyntaxNode declaration) => declaration.ContainsDirectives && DirectivesIn(declaration).Any(directive => directive is NullableDirectiveTriviaSyntax);

    /// <summary>Whether an <c>#if</c> stands half inside and half outside of a declaration, or in its header: there is no one text to copy.</summary>
    public static bool IsSplitByDirectives(SyntaxNode declaration)
    {
        var depth = 0;
        foreach (var directive in declaration.ContainsDirectives ? DirectivesIn(declaration).Where(directive => directive.SpanStart > declaration.SpanStart) : [])
        {
            depth += directive switch { IfDirectiveTriviaSyntax => 1, EndIfDirectiveTriviaSyntax => -1, _ => 0 };
            if (depth < 0 || (directive is ConditionalDirectiveTriviaSyntax or ElseDirectiveTriviaSyntax && (depth == 0 || directive.SpanStart < BodyOf(declaration))))
            {
                return true;
            }
        }

        return depth != 0;
    }

    /// <summary>Changes to a part of a declaration together with those that its directives need, in the order of the text.</summary>
    public static IEnumerable<TextChange> With(IReadOnlyCollection<TextChange> changes, SyntaxNode declaration, NullableContextOptions nullable, TextSpan part)
    {
        var directives = from directive in declaration.ContainsDirectives ? DirectivesIn(declaration) : []
                         where part.Contains(directive.Span) && !changes.Any(change => change.Span.OverlapsWith(directive.Span)) && InCopy(directive, nullable) is not null
                         select new TextChange(directive.Span, InCopy(directive, nullable)!);
        return changes.Concat(directives).OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length);
    }

    private static int BodyOf(SyntaxNode declaration) =>
        declaration.ChildNodes().FirstOrDefault(child => child is BlockSyntax or ArrowExpressionClauseSyntax or AccessorListSyntax)?.SpanStart ?? declaration.Span.End;

    private static IEnumerable<DirectiveTriviaSyntax> DirectivesIn(SyntaxNode declaration) =>
        declaration.DescendantTrivia().Where(trivia => trivia.IsDirective).Select(trivia => (DirectiveTriviaSyntax)trivia.GetStructure()!);

    /// <summary>A directive as the copy has it, or null where that is as it stands.</summary>
    private static string? InCopy(DirectiveTriviaSyntax directive, NullableContextOptions nullable) => directive switch
    {
        PragmaWarningDirectiveTriviaSyntax or RegionDirectiveTriviaSyntax or EndRegionDirectiveTriviaSyntax or LineOrSpanDirectiveTriviaSyntax => "",

        // In generated code, what there is to restore is not the project's setting.
        NullableDirectiveTriviaSyntax { SettingToken.RawKind: (int)SyntaxKind.RestoreKeyword } => nullable.AnnotationsEnabled() ? "#nullable enable" : "#nullable disable",
        _ => null,
    };
}
