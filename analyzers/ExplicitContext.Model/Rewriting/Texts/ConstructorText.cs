using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>The overload of a constructor: <c>C(engine, x)</c>. What it chains to is one of the sites.</summary>
internal sealed class ConstructorText(MemberPlan plan, ContextName name, IReadOnlyList<TextChange> sites, ConstructorDeclarationSyntax constructor) : OverloadText(plan, name, sites)
{
    public override IEnumerable<(int Line, string Text)> Pieces => [Whole(Modifiers(), Parameter(constructor.ParameterList))];
}
