using System.Text;
using ExplicitContext.ChangeSignature.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Writing;

/// <summary>Documents a new parameter where the others are documented.</summary>
internal static class ParameterDocumentation
{
    /// <summary>The insertion into the documentation of a declaration; null where it describes no parameters.</summary>
    public static TextChange? For(SyntaxNode declaration, IEnumerable<ContextParameter> parameters, int index, SourceText text)
    {
        var elements = declaration.GetLeadingTrivia()
            .Select(trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>()
            .SelectMany(comment => comment.Content).Where(IsParameter).ToList();
        if (elements.Count == 0)
            return null;

        var lines = parameters.Select(parameter => $"<param name=\"{parameter.Name}\">The {Words(parameter.Type.Type.Name)}.</param>");
        if (index < elements.Count)
        {
            var separator = SeparatorAt(elements[index], text);
            return new(new(elements[index].SpanStart, 0), string.Concat(lines.Select(line => line + separator)));
        }

        var last = elements[elements.Count - 1];
        return new(new(last.Span.End, 0), string.Concat(lines.Select(line => SeparatorAt(last, text) + line)));
    }

    private static bool IsParameter(XmlNodeSyntax node) =>
        node is XmlElementSyntax { StartTag.Name.LocalName.ValueText: "param" } or XmlEmptyElementSyntax { Name.LocalName.ValueText: "param" };

    /// <summary>What stands between two elements: a line's end, and how a line of the comment begins.</summary>
    private static string SeparatorAt(SyntaxNode element, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(element.SpanStart);
        var before = text.ToString(TextSpan.FromBounds(line.Start, element.SpanStart));
        return before.TrimStart().StartsWith("/**", StringComparison.Ordinal) || before.Contains('<') || before.Trim().Any(char.IsLetterOrDigit)
            ? " "
            : text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) + before;
    }

    /// <summary><c>ThreadState</c> as <c>thread state</c>.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0 && char.IsLower(words[words.Length - 1]))
                words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
