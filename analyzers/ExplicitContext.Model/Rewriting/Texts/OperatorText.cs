using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>An operator or conversion as a method: <c>Add(engine, a, b)</c>, <c>ToInt32(engine, a)</c>.</summary>
internal sealed class OperatorText(OverloadTask task, BaseMethodDeclarationSyntax declaration) : OverloadText(task)
{
    protected override IEnumerable<(int Line, string Text)> Rewritten => [Whole([Modifiers(), .. Naming, Parameter(declaration.ParameterList)])];

    protected override string Header => Splice(Start, declaration.ParameterList.Span.End, [Modifiers(), .. Naming, Parameter(declaration.ParameterList)]);

    private IEnumerable<TextChange> Naming => declaration switch
    {
        OperatorDeclarationSyntax @operator => [new(TextSpan.FromBounds(@operator.OperatorKeyword.SpanStart, @operator.ParameterList.SpanStart), Plan.Overload)],
        ConversionOperatorDeclarationSyntax conversion =>
        [
            new(TextSpan.FromBounds(conversion.ImplicitOrExplicitKeyword.SpanStart, conversion.Type.SpanStart), ""),
            new(TextSpan.FromBounds(conversion.Type.Span.End, conversion.ParameterList.SpanStart), " " + Plan.Overload),
        ],
        _ => [],
    };
}
