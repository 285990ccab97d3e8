using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>The overload of a method: <c>Foo(engine, x)</c>.</summary>
internal sealed class MethodText(MemberPlan plan, ContextName name, IReadOnlyList<TextChange> sites, MethodDeclarationSyntax method) : OverloadText(plan, name, sites)
{
    public override IEnumerable<(int Line, string Text)> Pieces => [Whole(Modifiers(), Parameter(method.ParameterList))];
}
