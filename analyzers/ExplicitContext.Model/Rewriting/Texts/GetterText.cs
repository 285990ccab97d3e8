using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>The getter of a property as a method: <c>GetP(engine)</c>.</summary>
internal sealed class GetterText(OverloadTask task, PropertyDeclarationSyntax property) : AccessorText(task, property, SyntaxKind.GetAccessorDeclaration)
{
    protected override IEnumerable<(int Line, string Text)> Rewritten => Property.ExpressionBody is not null ? [Whole([.. Signature])] : base.Rewritten;

    protected override IEnumerable<TextChange> Signature => [Modifiers(Accessor?.Modifiers ?? default), new(Property.Identifier.Span, $"{Plan.Overload}({ParameterText})")];
}
