using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Emitting;

/// <summary>
/// Writes the implementing part of a member: the declaration as it stands, without what belongs to the declaration alone (attributes, defaults), and with
/// its body.
/// </summary>
internal sealed class ImplementedMemberText(ImplementedMember member)
{
    private readonly SourceText source = member.Declaration.SyntaxTree.GetText();

    /// <summary>The line, from one, on which the declaration begins below its attributes.</summary>
    public int Line => source.Lines.GetLineFromPosition(Start).LineNumber + 1;

    /// <summary>The whitespace before the declaration on its line.</summary>
    public string Indentation
    {
        get
        {
            var line = source.Lines.GetLineFromPosition(member.Declaration.SpanStart).ToString();
            return line.Substring(0, line.Length - line.TrimStart().Length);
        }
    }

    /// <summary>The text.</summary>
    public string Text
    {
        get
        {
            var changes = member.Declaration.DescendantNodes().Select(Removed).OfType<TextChange>().Concat(Bodies()).OrderBy(change => change.Span.Start).ToList();
            var text = new StringBuilder();
            var at = Start;
            foreach (var change in changes.Where(change => change.Span.Start >= Start))
            {
                // What is in something that is removed is gone with it.
                if (change.Span.Start < at) continue;
                text.Append(source.ToString(TextSpan.FromBounds(at, change.Span.Start))).Append(change.NewText);
                at = change.Span.End;
            }

            return text.Append(source.ToString(TextSpan.FromBounds(at, member.Declaration.Span.End))).Replace("\r\n", "\n").ToString();
        }
    }

    private int Start => member.Declaration.Modifiers.First().SpanStart;

    /// <summary>Attributes are those of both parts together, and a default counts where it is declared.</summary>
    private static TextChange? Removed(SyntaxNode node) => node switch
    {
        AttributeListSyntax list => new(TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart), ""),
        EqualsValueClauseSyntax { Parent: ParameterSyntax } value => new(TextSpan.FromBounds(value.GetFirstToken().GetPreviousToken().Span.End, value.Span.End), ""),
        _ => null,
    };

    private IEnumerable<TextChange> Bodies()
    {
        var bodies = member.Bodies;
        switch (member.Declaration)
        {
            case MethodDeclarationSyntax method:
                yield return new(method.SemicolonToken.Span, Body(bodies[0]));
                break;
            case ConstructorDeclarationSyntax constructor:
                yield return new(constructor.SemicolonToken.Span, $" : {bodies[0].Expression} {{ }}");
                break;
            case BasePropertyDeclarationSyntax property:
                foreach (var accessor in property.AccessorList!.Accessors)
                    yield return new(accessor.SemicolonToken.Span, Body(bodies.First(body => body.Method.MethodKind == MethodKind.PropertyGet == accessor.IsKind(SyntaxKind.GetAccessorDeclaration))));
                break;
            case EventFieldDeclarationSyntax @event:
                yield return new(@event.SemicolonToken.Span, $" {{ add{Body(bodies[0])} remove{Body(bodies[1])} }}");
                break;
        }
    }

    private static string Body((IMethodSymbol Method, string Expression) body) => $" => {(body.Method.RefKind == RefKind.None ? "" : "ref ")}{body.Expression};";
}
