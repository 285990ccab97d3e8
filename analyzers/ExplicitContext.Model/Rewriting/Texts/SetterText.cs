using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>The setter of a property as a method: <c>SetP(engine, value)</c>.</summary>
internal sealed class SetterText(OverloadTask task, PropertyDeclarationSyntax property) : AccessorText(task, property, SyntaxKind.SetAccessorDeclaration)
{
    protected override IEnumerable<TextChange> Signature =>
    [
        Modifiers(Accessor?.Modifiers ?? default),
        new(Property.Type.Span, "void"),
        new(Property.Identifier.Span, $"{Plan.Overload}({ParameterText}, {Property.Type} value)"),
    ];
}
