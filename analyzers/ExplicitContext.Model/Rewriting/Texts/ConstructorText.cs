using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>The overload of a constructor: <c>C(engine, x)</c>. What it chains to is one of the sites.</summary>
internal sealed class ConstructorText(OverloadTask task, ConstructorDeclarationSyntax constructor) : OverloadText(task)
{
    protected override IEnumerable<(int Line, string Text)> Rewritten => [Whole(Modifiers(), Parameter(constructor.ParameterList))];

    protected override string Header => Splice(Start, constructor.ParameterList.Span.End, [Modifiers(), Parameter(constructor.ParameterList)]);
}
