using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>Writes the changes to one file: legacy members become shims, and the overloads stand after them, or in their place.</summary>
internal sealed class ShimWriter(SyntaxNode root, SemanticModel model, SourceText text)
{
    private const int MaximumWidth = 150;
    private const string Step = "    ";

    private readonly string newLine = text.Lines.Select(line => text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak))).FirstOrDefault(end => end.Length > 0) ?? "\n";
    private readonly EntryMark marks = new(model, text);
    private readonly bool isTabbed = text.Lines.Any(line => line.Span.Length > 0 && text[line.Start] == '\t');

    /// <summary>The changes for one member.</summary>
    public IEnumerable<TextChange> Changes(Graduation graduation)
    {
        var member = graduation.Declaration;
        if (graduation.IsRemoved)
            return [InPlaceOf(graduation)];
        var shims = graduation.Parts.Where(part => part.LeavesShim).ToList();
        return [.. shims.Count > 0 ? marks.Changes(member) : marks.Removals(member), .. shims.SelectMany(part => Body(part, member)), After(graduation)];
    }

    /// <summary>Takes the request to generate from the part of a member that has no body.</summary>
    public IEnumerable<TextChange> Fulfilled(MemberDeclarationSyntax part) => marks.Removals(part);

    /// <summary>Takes a member away, with its documentation and the line that it leaves.</summary>
    public TextChange Removal(MemberDeclarationSyntax member)
    {
        var start = HeadOf(member);
        var line = text.Lines.GetLineFromPosition(start);
        var end = text.Lines.GetLineFromPosition(member.Span.End);
        if (text.ToString(TextSpan.FromBounds(line.Start, start)).Trim().Length > 0 || text.ToString(TextSpan.FromBounds(member.Span.End, end.End)).Trim().Length > 0)
            return new(member.Span, "");

        // Of the empty lines around it, one stays between its neighbours, and none at the edge of the type.
        return IsEmpty(line.LineNumber - 1)
            ? new(TextSpan.FromBounds(text.Lines[line.LineNumber - 1].Start, end.EndIncludingLineBreak), "")
            : new(TextSpan.FromBounds(line.Start, IsEmpty(end.LineNumber + 1) ? text.Lines[end.LineNumber + 1].EndIncludingLineBreak : end.EndIncludingLineBreak), "");
    }

    private bool IsEmpty(int line) => line >= 0 && line < text.Lines.Count && text.Lines[line].ToString().Trim().Length == 0;

    private TextChange InPlaceOf(Graduation graduation)
    {
        var start = HeadOf(graduation.Declaration);
        var lines = Overloads(graduation, withComments: start < graduation.Declaration.SpanStart || !HasDocumentation(graduation.Declaration));
        return new(TextSpan.FromBounds(start, graduation.Declaration.Span.End), string.Join(newLine, lines).TrimStart(' ', '\t'));
    }

    private TextChange After(Graduation graduation)
    {
        var member = graduation.Declaration;
        var lines = Overloads(graduation, withComments: true);
        var last = text.Lines.GetLineFromPosition(member.Span.End);
        if (text.ToString(TextSpan.FromBounds(member.Span.End, last.End)).Trim() is { Length: > 0 } rest && !rest.StartsWith("//", StringComparison.Ordinal))
            return new(new(member.Span.End, 0), newLine + string.Join(newLine, lines) + newLine + Indentation(member.SpanStart));

        return new(new(last.End, 0), newLine + string.Concat(lines.Select(line => newLine + line)));
    }

    /// <summary>The lines of a member's overloads, with an empty one between two.</summary>
    private static List<string> Overloads(Graduation graduation, bool withComments)
    {
        var lines = new List<string>();
        foreach (var overload in graduation.Overloads)
        {
            if (lines.Count > 0)
                lines.Add("");
            var body = (graduation.Parts.FirstOrDefault(part => part.OverloadSyntax == overload) ?? graduation.Parts[0]).Body;
            lines.AddRange(OverloadSource.Lines(overload, body, withComments));
        }

        return lines;
    }

    private IEnumerable<TextChange> Body(GraduatingPart part, MemberDeclarationSyntax member)
    {
        var lines = ShimBody.Lines(part);
        if (part.Body is ConstructorDeclarationSyntax constructor)
        {
            var indentation = newLine + Indentation(member.SpanStart);
            yield return new(
                TextSpan.FromBounds(constructor.ParameterList.Span.End, constructor.Span.End),
                $"{indentation}{Stepped(Step)}: {ShimBody.Call(part)}{indentation}{{{indentation}}}");
            yield break;
        }

        if (Modifiers(part.Body).FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.AsyncKeyword)) is { RawKind: not 0 } async && lines.Count == 1)
            yield return new(TextSpan.FromBounds(async.SpanStart, async.GetNextToken().SpanStart), "");

        var (start, end) = part.Body switch
        {
            BaseMethodDeclarationSyntax method => (((SyntaxNode?)method.Body ?? method.ExpressionBody!).GetFirstToken(), method.Span.End),
            AccessorDeclarationSyntax accessor when IsAlone(accessor) => (accessor.Parent!.GetFirstToken(), member.Span.End),
            AccessorDeclarationSyntax accessor => (((SyntaxNode?)accessor.Body ?? accessor.ExpressionBody!).GetFirstToken(), accessor.Span.End),
            _ => (part.Body.GetFirstToken(), member.Span.End),
        };
        yield return Replacement(start, end, IsAlone(part.Body) && lines.Count > 1 ? ["{", "    get", .. lines.Select(line => "    " + line), "}"] : lines);
    }

    private TextChange Replacement(SyntaxToken first, int end, IReadOnlyList<string> lines)
    {
        var before = first.GetPreviousToken();
        var isCommented = root.DescendantTrivia(TextSpan.FromBounds(before.Span.End, first.SpanStart)).Any(trivia => trivia.Span.Start >= before.Span.End && trivia.Span.End <= first.SpanStart && !IsSpace(trivia));
        var start = isCommented ? first.SpanStart : before.Span.End;
        var line = text.Lines.GetLineFromPosition(before.SpanStart);
        var indentation = newLine + Indentation(before.SpanStart);
        var isLong = before.Span.End - line.Start + lines[0].Length > MaximumWidth;
        var isOwnLine = lines.Count > 1 || isLong;
        return new(
            TextSpan.FromBounds(start, end),
            (isCommented ? "" : isOwnLine ? indentation + (lines.Count == 1 ? Stepped(Step) : "") : " ") + string.Join(indentation, lines.Select(Stepped)));
    }

    /// <summary>Whether a getter is all that its property has, so that an arrow can take the place of its braces.</summary>
    private static bool IsAlone(SyntaxNode body) => body is AccessorDeclarationSyntax
    {
        RawKind: (int)SyntaxKind.GetAccessorDeclaration, AttributeLists.Count: 0, Modifiers.Count: 0,
        Parent: AccessorListSyntax { Accessors.Count: 1, Parent: PropertyDeclarationSyntax { Initializer: null } or IndexerDeclarationSyntax } list,
    } && list.DescendantTrivia().All(trivia => IsSpace(trivia) || ((AccessorDeclarationSyntax)body).Body?.Span.Contains(trivia.Span) == true);

    private static bool IsSpace(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia);

    private static SyntaxTokenList Modifiers(SyntaxNode body) => body is MethodDeclarationSyntax method ? method.Modifiers : default;

    private static bool HasDocumentation(SyntaxNode member) => member.GetLeadingTrivia().Any(trivia => trivia.HasStructure && !trivia.IsDirective);

    /// <summary>Where a member begins with the comments directly above it; without them where directives stand among them.</summary>
    private int HeadOf(MemberDeclarationSyntax member)
    {
        var first = text.Lines.GetLineFromPosition(member.SpanStart).LineNumber;
        if (text.ToString(TextSpan.FromBounds(text.Lines[first].Start, member.SpanStart)).Trim().Length > 0)
            return member.SpanStart;
        var line = first;
        while (line > 0 && text.Lines[line - 1].Start >= member.FullSpan.Start && text.Lines[line - 1].ToString().Trim().Length > 0)
            line--;
        return line == first || member.GetLeadingTrivia().Any(trivia => trivia.IsDirective && trivia.SpanStart >= text.Lines[line].Start)
            ? member.SpanStart
            : text.Lines[line].Start + Indentation(text.Lines[line].Start).Length;
    }

    /// <summary>A line whose steps inwards are those of the file: tabs where its lines begin with tabs.</summary>
    private string Stepped(string line)
    {
        var inwards = line.Length - line.TrimStart(' ').Length;
        return isTabbed ? new string('\t', inwards / Step.Length) + line.Substring(inwards) : line;
    }

    private string Indentation(int position)
    {
        var line = text.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
