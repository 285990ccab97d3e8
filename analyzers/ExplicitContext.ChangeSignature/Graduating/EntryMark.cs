using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>Marks a shim as the entry point that it is, in place of the request to generate for it, which is fulfilled.</summary>
internal sealed class EntryMark(SemanticModel model, SourceText text)
{
    /// <summary>The changes to the attributes of a member and, where only an accessor asked, of that.</summary>
    public IEnumerable<TextChange> Changes(MemberDeclarationSyntax member)
    {
        // A code base that declares its entry points in a file has no attribute to write.
        var mark = model.Compilation.GetTypeByMetadataName($"{KnownAttributes.Namespace}.{KnownAttributes.ContextEntry}") is { } entry
            ? WithoutSuffix(entry.ToMinimalDisplayString(model, member.SpanStart))
            : null;
        foreach (var list in member.AttributeLists.Concat(member.DescendantNodes().OfType<AccessorDeclarationSyntax>().SelectMany(accessor => accessor.AttributeLists)))
        {
            foreach (var request in list.Attributes.Where(IsRequest))
            {
                if (mark is not null && list.Parent == member)
                    yield return new(request.Span, mark);
                else
                    yield return new(SpanOf(request, list), "");
                mark = list.Parent == member ? null : mark;
            }
        }

        if (mark is not null)
            yield return new(new(member.SpanStart, 0), $"[{mark}]{Separator(member)}");
    }

    /// <summary>The changes that take requests away and mark nothing.</summary>
    public IEnumerable<TextChange> Removals(MemberDeclarationSyntax member) =>
        from list in member.AttributeLists
        from request in list.Attributes
        where IsRequest(request)
        select new TextChange(SpanOf(request, list), "");

    private bool IsRequest(AttributeSyntax attribute) => KnownAttributes.Is(model.GetTypeInfo(attribute).Type as INamedTypeSymbol, KnownAttributes.PassContext);

    /// <summary>The attribute with its comma, or the whole list with the space after it.</summary>
    private static TextSpan SpanOf(AttributeSyntax attribute, AttributeListSyntax list)
    {
        var index = list.Attributes.IndexOf(attribute);
        return list.Attributes.Count == 1 ? TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart)
            : index == 0 ? TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart)
            : TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End);
    }

    /// <summary>A new line with the member's indentation, where the member begins its line.</summary>
    private string Separator(SyntaxNode member)
    {
        var line = text.Lines.GetLineFromPosition(member.SpanStart);
        var before = text.ToString(TextSpan.FromBounds(line.Start, member.SpanStart));
        return before.Trim().Length == 0 && line.EndIncludingLineBreak > line.End
            ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) + before
            : " ";
    }

    private static string WithoutSuffix(string attribute) => attribute.Substring(0, attribute.Length - "Attribute".Length);
}
