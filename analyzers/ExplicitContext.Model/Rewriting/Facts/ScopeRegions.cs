using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>Finds the parts of bodies that run under scopes.</summary>
internal static class ScopeRegions
{
    /// <summary>The part that runs under the scope which a call opens, if it does; null where it is not for one <c>using</c> to close it.</summary>
    public static ScopeRegion? Of(IOperation operation, SyntaxNode declaration)
    {
        if (operation is not IInvocationOperation { Syntax: InvocationExpressionSyntax syntax, SemanticModel: { } model } call || EnteredBy(call)?.Syntax is not ExpressionSyntax entered)
        {
            return null;
        }

        (TextSpan Body, StatementSyntax? Statement) found = syntax.FirstAncestorOrSelf<StatementSyntax>() switch
        {
            UsingStatementSyntax { Declaration: null } @using when @using.Expression == syntax => (@using.Statement.Span, @using),
            UsingStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value }] } @using when value == syntax => (@using.Statement.Span, @using),
            LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value }], Parent: BlockSyntax block } local when value == syntax && local.UsingKeyword != default =>
                (TextSpan.FromBounds(local.Span.End, block.Span.End), local),
            _ => (default, null),
        };
        return found is (var body, { } statement) ? new(body, entered.Span, NameOf(entered, declaration, model), statement.Parent is BlockSyntax ? statement.SpanStart : -1) : null;
    }

    private static IOperation? EnteredBy(IInvocationOperation call)
    {
        var entered = call.TargetMethod.IsStatic ? call.Arguments.FirstOrDefault(argument => argument is { Parameter.Ordinal: 0, ArgumentKind: ArgumentKind.Explicit })?.Value : call.Instance;
        while (entered is IConversionOperation { IsImplicit: true } conversion)
        {
            entered = conversion.Operand;
        }

        return entered is { IsImplicit: false } ? entered : null;
    }

    private static string? NameOf(ExpressionSyntax entered, SyntaxNode declaration, SemanticModel model) =>
        entered is IdentifierNameSyntax
        && model.GetSymbolInfo(entered).Symbol is { } symbol
        && symbol is ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None }
        && DelegateUses.IsOnlyRead(symbol, declaration, model)
            ? Names.Escaped(symbol.Name)
            : null;
}
