using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>The setter of a property as a method: <c>SetP(engine, value)</c>.</summary>
internal sealed class SetterText(MemberPlan plan, ContextName name, IReadOnlyList<TextChange> sites, PropertyDeclarationSyntax property)
    : AccessorText(plan, name, sites, property)
{
    public override IEnumerable<(int Line, string Text)> Pieces => AccessorPieces(
        SyntaxKind.SetAccessorDeclaration,
        accessor => Splice(
            Start,
            Property.Identifier.Span.End,
            [Modifiers(accessor), new(Property.Type.Span, "void"), new(Property.Identifier.Span, $"{Plan.Overload}({ParameterText}, {Property.Type} value)")]));
}
