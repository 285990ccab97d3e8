using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>The overload of a method: <c>Foo(engine, x)</c>.</summary>
internal sealed class MethodText(OverloadTask task, MethodDeclarationSyntax method) : OverloadText(task)
{
    protected override IEnumerable<(int Line, string Text)> Rewritten => [Whole([Modifiers(), .. Name, Parameter(method.ParameterList)])];

    protected override string Header => Splice(
        Start,
        method.ConstraintClauses.Count > 0 ? method.ConstraintClauses.Last().Span.End : method.ParameterList.Span.End,
        [Modifiers(), .. Name, Parameter(method.ParameterList)]);

    /// <summary>The name, where it is not that of the original.</summary>
    private IEnumerable<TextChange> Name => Plan.HasOwnName ? [new(method.Identifier.Span, Plan.Overload)] : [];
}
