using ExplicitContext.Oracle.Tests.Il;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mono.Cecil;

namespace ExplicitContext.Oracle.Tests.Comparison;

/// <summary>Why sources and built code may differ. Each is a condition on the code, never a list of names.</summary>
internal static class Explanations
{
    public static IReadOnlyList<Explanation> All =>
    [
        new("initial value of an accessor", difference => difference is { IsOnlyBuilt: true, CalleeKey: null, Built: { IsConstructor: true, IsStatic: true } }),
        new("written formatting", difference => difference is { IsOnlyBuilt: true, CalleeName: "ToString" or "TryFormat" }
            && difference.Named.Any(IsFormatting) && !difference.Syntax.Any(node => node is InterpolatedStringExpressionSyntax)),
        new("interpolation by an array", difference => difference is { IsOnlyBuilt: false, CalleeName: "ToString" }
            && difference.Named.Any(method => IsFormatting(method) && method.Parameters.Last().ParameterType is ArrayType) && difference.Syntax.Any(node => node is InterpolatedStringExpressionSyntax)),
        new("spread by the framework", difference => difference is { IsOnlyBuilt: false, CalleeName: "GetEnumerator" or "MoveNext" or "get_Current" or "Dispose" or "get_Count" }
            && difference.Syntax.Any(node => node is SpreadElementSyntax)),
        new("unreachable code", difference => IsDropped(difference) && difference.Syntax.Any(node => difference.IsConstant(ConditionOf(node)))),
        new("conditional method", difference => !difference.IsOnlyBuilt && difference.Syntax.OfType<InvocationExpressionSyntax>().Any(call => difference.IsConditional(call))),
        new("local function that nobody calls", difference => IsDropped(difference) && difference.Syntax.OfType<LocalFunctionStatementSyntax>().Any(function => !difference.Named.Any(method => IsLocal(method, function)))),
        new("type test of a pattern", difference => difference.IsOnlyBuilt && difference.Syntax.OfType<RecursivePatternSyntax>().Any(pattern =>
            pattern is { Type: not null, PropertyPatternClause.Subpatterns: var tested } && tested.Any(member => "get_" + member.NameColon?.Name == difference.CalleeName))),
        new("expression tree", difference => !difference.IsOnlyBuilt && difference.Built is { } caller && IlCalls.QuotedBy(caller).Any(method => method.Name == difference.CalleeName)),
    ];

    /// <summary>Whether the compiler left a call of the sources out.</summary>
    private static bool IsDropped(Difference difference) => !difference.IsOnlyBuilt && !difference.Named.Any(method => method.Name == difference.CalleeName);

    private static ExpressionSyntax? ConditionOf(SyntaxNode node) => node switch
    {
        IfStatementSyntax branch => branch.Condition,
        ConditionalExpressionSyntax branch => branch.Condition,
        WhileStatementSyntax loop => loop.Condition,
        ForStatementSyntax loop => loop.Condition,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } binary => binary.Left,
        _ => null,
    };

    private static bool IsLocal(MethodReference method, LocalFunctionStatementSyntax function) => method.Name.Contains($">g__{function.Identifier.ValueText}|", StringComparison.Ordinal);

    private static bool IsFormatting(MethodReference method) => (method.DeclaringType.FullName, method.Name) is ("System.String", "Format" or "Concat") or ("System.Runtime.CompilerServices.FormattableStringFactory", "Create");
}
