using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>The getter of a property as a method: <c>GetP(engine)</c>.</summary>
internal sealed class GetterText(MemberPlan plan, ContextName name, IReadOnlyList<TextChange> sites, PropertyDeclarationSyntax property)
    : AccessorText(plan, name, sites, property)
{
    public override IEnumerable<(int Line, string Text)> Pieces => Property.ExpressionBody is not null
        ? [Whole(Modifiers(), new(Property.Identifier.Span, Signature))]
        : AccessorPieces(SyntaxKind.GetAccessorDeclaration, accessor => Splice(Start, Property.Identifier.Span.End, [Modifiers(accessor), new(Property.Identifier.Span, Signature)]));

    private string Signature => $"{Plan.Overload}({ParameterText})";
}
