using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Safety;

/// <summary>
/// Reflection that finds two methods once a method has an overload: look-ups that tell methods apart by nothing but the name and see those that are not public, since an
/// overload never is; and comparisons of a method's name, whatever is looked through there.
/// </summary>
internal static class ReflectionUses
{
    private const int NonPublic = 32;

    /// <summary>The names that a file looks for, each with the type that is looked at where the source names it.</summary>
    public static IEnumerable<(string Name, ITypeSymbol? Type, SyntaxNode Use)> In(SyntaxNode root, Func<SemanticModel> model, Func<string, bool> isWanted, CancellationToken cancellationToken)
    {
        foreach (var node in root.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax invocation && MayLookUp(invocation)
                && model().GetOperation(invocation, cancellationToken) is IInvocationOperation call
                && FindsAlsoWhatIsNotPublic(call)
                && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "name")?.Value.ConstantValue.Value is string name
                && isWanted(name))
            {
                yield return (name, (call.Instance as ITypeOfOperation)?.TypeOperand, invocation);
            }
            else if (node is LiteralExpressionSyntax { Token.Value: string text } literal && isWanted(text)
                && ComparedWith(literal) is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Name" } compared
                && model().GetSymbolInfo(compared, cancellationToken).Symbol?.ContainingType is { Name: "MemberInfo" or "MethodBase" or "MethodInfo" })
            {
                yield return (text, null, literal.Parent!);
            }
        }
    }

    private static bool MayLookUp(InvocationExpressionSyntax invocation) =>
        invocation.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetMethod" or "GetDeclaredMethod" } or MemberBindingExpressionSyntax { Name.Identifier.ValueText: "GetMethod" or "GetDeclaredMethod" };

    private static bool FindsAlsoWhatIsNotPublic(IInvocationOperation call) =>
        call.TargetMethod.ContainingType is { ContainingNamespace: var space, Name: "Type" or "TypeInfo" }
        && space.ToDisplayString() is "System" or "System.Reflection"
        && !call.Arguments.Any(argument => argument.Parameter?.Name is "types")
        && (call.TargetMethod.Name == "GetDeclaredMethod"
            || (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "bindingAttr") is { } flags && (flags.Value.ConstantValue.Value is not int value || (value & NonPublic) != 0)));

    /// <summary>What a literal is compared with: by an operator, a pattern, or the cases of a switch.</summary>
    private static ExpressionSyntax? ComparedWith(LiteralExpressionSyntax literal) => literal.Parent switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison => comparison.Left == literal ? comparison.Right : comparison.Left,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" } equals } } => equals.Expression,
        CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax statement } => statement.Expression,
        ConstantPatternSyntax pattern => pattern.Ancestors().Select(outer => outer switch
        {
            IsPatternExpressionSyntax test => test.Expression,
            SwitchExpressionSyntax choice => choice.GoverningExpression,
            _ => null,
        }).FirstOrDefault(expression => expression is not null),
        _ => null,
    };
}
