using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting;

/// <summary>
/// Writes one overload as text: the original declaration with changes spliced in, so that formatting, comments and the order of the lines stay
/// as they were.
/// </summary>
internal sealed class OverloadText(MemberPlan plan, ContextName name, IReadOnlyList<TextChange> sites)
{
    private readonly SyntaxNode declaration = plan.Facts.Declaration;
    private readonly SourceText source = plan.Facts.Declaration.SyntaxTree.GetText();

    /// <summary>The whitespace before the declaration on its line.</summary>
    public string Indentation
    {
        get
        {
            var line = source.Lines.GetLineFromPosition(declaration.SpanStart).ToString();
            return line.Substring(0, line.Length - line.TrimStart().Length);
        }
    }

    /// <summary>
    /// The declaration from its modifiers on, with the context in its parameter list and in its body: pieces of consecutive lines, each with the
    /// line, from one, of the original on which it begins.
    /// </summary>
    public IEnumerable<(int Line, string Text)> Pieces => declaration switch
    {
        MethodDeclarationSyntax method =>
            [Piece(Start, Splice(Start, method.Span.End, [Modifiers(method.Modifiers, method.ReturnType), Parameter(method.ParameterList), .. sites]))],
        PropertyDeclarationSyntax { ExpressionBody: not null } property =>
            [Piece(Start, Splice(Start, property.Span.End, [Modifiers(property.Modifiers, property.Type), Getter(property), .. sites]))],
        PropertyDeclarationSyntax property => GetterPieces(property),
        _ => throw new InvalidOperationException($"A {declaration.Kind()} has no overload."),
    };

    /// <summary>The attributes that the overload keeps, one list a line.</summary>
    public IEnumerable<string> Attributes =>
        from list in (declaration as MemberDeclarationSyntax)?.AttributeLists ?? default
        let kept = list.Attributes.Where(attribute => list.Target is not null || !OverloadAttributes.IsDropped(attribute, plan.Facts.Model)).Select(attribute => attribute.ToString()).ToList()
        where kept.Count > 0
        select $"[{list.Target}{string.Join(", ", kept)}]";

    /// <summary>The comments directly above the declaration, with a line for the new parameter in the XML documentation.</summary>
    public IEnumerable<string> Comments
    {
        get
        {
            var text = string.Concat(declaration.GetLeadingTrivia().Where(trivia => !trivia.IsDirective && !trivia.IsKind(SyntaxKind.DisabledTextTrivia)).Select(trivia => trivia.ToFullString()));
            var lines = text.Split('\n').Select(line => line.Trim()).Reverse().SkipWhile(line => line.Length == 0).TakeWhile(line => line.Length > 0).Reverse().ToList();
            var at = lines.FindIndex(line => line.StartsWith("/// <param ", StringComparison.Ordinal));
            at = at >= 0 ? at : lines.FindIndex(line => line.Contains("</summary>")) + 1;
            if (at > 0)
            {
                lines.Insert(at, $"/// <param name=\"{name.Name}\">The context, handed on by the caller.</param>");
            }

            return lines;
        }
    }

    /// <summary>Whether the nullable context after the overload is another one than before it.</summary>
    public bool ChangesNullableContext => CopiedText.HasNullableDirective(declaration);

    private int Start => declaration switch
    {
        MethodDeclarationSyntax method => method.Modifiers.FirstOrDefault() is { RawKind: not 0 } first ? first.SpanStart : method.ReturnType.SpanStart,
        PropertyDeclarationSyntax property => property.Modifiers.FirstOrDefault() is { RawKind: not 0 } first ? first.SpanStart : property.Type.SpanStart,
        _ => declaration.SpanStart,
    };

    private string ParameterText => $"{plan.Context.Type.ToMinimalDisplayString(plan.Facts.Model, declaration.SpanStart)} {name.Name}";

    private TextChange Parameter(ParameterListSyntax list)
    {
        var isLast = list.Parameters.Count <= plan.ContextOrdinal;
        return plan.ContextOrdinal == 0
            ? new(new(list.OpenParenToken.Span.End, 0), isLast ? ParameterText : ParameterText + ", ")
            : new(new(list.Parameters[plan.ContextOrdinal - 1].Span.End, 0), ", " + ParameterText);
    }

    private TextChange Getter(PropertyDeclarationSyntax property) => new(property.Identifier.Span, $"{plan.Overload}({ParameterText})");

    private IEnumerable<(int Line, string Text)> GetterPieces(PropertyDeclarationSyntax property)
    {
        var accessor = property.AccessorList!.Accessors.First(candidate => candidate.IsKind(SyntaxKind.GetAccessorDeclaration));
        var header = Splice(Start, property.Identifier.Span.End, [Modifiers(property.Modifiers, property.Type), Getter(property)]);
        if (accessor.ExpressionBody is { } arrow)
        {
            return [Piece(Start, $"{header} {Splice(arrow.SpanStart, accessor.Span.End, sites)}")];
        }

        var line = source.Lines.GetLineFromPosition(accessor.SpanStart).ToString();
        var deeper = line.Substring(0, line.Length - line.TrimStart().Length);
        var body = Outdent(Splice(accessor.Body!.SpanStart, accessor.Body.Span.End, sites), deeper, accessor.Body);
        return [Piece(Start, header), Piece(accessor.Body.SpanStart, body)];
    }

    private (int Line, string Text) Piece(int start, string text) => (source.Lines.GetLineFromPosition(start).LineNumber + 1, text);

    /// <summary>Takes the accessor's extra indentation away, unless a string that spans lines would change with it.</summary>
    private string Outdent(string body, string deeper, BlockSyntax block) =>
        block.DescendantTokens().Any(token => token.Text.Contains('\n')) || !deeper.StartsWith(Indentation, StringComparison.Ordinal)
            ? body
            : body.Replace("\n" + deeper, "\n" + Indentation);

    /// <summary>
    /// Public API does not grow: an overload of a public member is internal, one of a protected member private protected. What makes it a part
    /// or hides a base member belongs to the original alone.
    /// </summary>
    private TextChange Modifiers(SyntaxTokenList modifiers, TypeSyntax type)
    {
        var words = modifiers.Select(modifier => modifier.Text).Where(word => word is not ("partial" or "new")).ToList();
        if (words.Remove("public") || (words.Contains("protected") && words.Contains("internal")))
        {
            words.RemoveAll(word => word is "protected" or "internal");
            words.Insert(0, "internal");
        }
        else if (words.IndexOf("protected") is >= 0 and var at && !words.Contains("private"))
        {
            words.Insert(at, "private");
        }

        if (!words.Contains("unsafe") && declaration.Ancestors().OfType<TypeDeclarationSyntax>().Any(outer => outer.Modifiers.Any(SyntaxKind.UnsafeKeyword)))
        {
            words.Add("unsafe");
        }

        var text = string.Concat(words.Select(word => word + " "));
        return new(TextSpan.FromBounds(Start, type.SpanStart), text);
    }

    private string Splice(int start, int end, IReadOnlyCollection<TextChange> changes)
    {
        var text = new System.Text.StringBuilder();
        var at = start;
        foreach (var change in CopiedText.With(changes, declaration, plan.Facts.Model.Compilation.Options.NullableContextOptions, TextSpan.FromBounds(start, end)))
        {
            text.Append(source.ToString(TextSpan.FromBounds(at, change.Span.Start))).Append(change.NewText);
            at = change.Span.End;
        }

        return text.Append(source.ToString(TextSpan.FromBounds(at, end))).ToString();
    }
}
