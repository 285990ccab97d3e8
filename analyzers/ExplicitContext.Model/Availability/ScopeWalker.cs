using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Availability;

/// <summary>
/// Walks outward from a node and yields the parameters and locals that it may name. A static lambda or local function ends the walk; so does a
/// lambda or local function for what cannot be captured.
/// </summary>
internal sealed class ScopeWalker(SemanticModel model, SyntaxNode at, CancellationToken cancellationToken)
{
    private const int ParameterCost = 0;
    private const int LocalCost = 1;
    private const int CaptureCost = 1;

    public IEnumerable<ContextCandidate> Candidates()
    {
        var crossings = 0;
        SyntaxNode inner = at;
        for (var node = at; node is not null; inner = node, node = node.Parent)
        {
            foreach (var candidate in Declared(node, inner, crossings))
            {
                yield return candidate;
            }

            switch (node)
            {
                case AnonymousFunctionExpressionSyntax lambda when lambda.Modifiers.Any(SyntaxKind.StaticKeyword):
                case LocalFunctionStatementSyntax function when function.Modifiers.Any(SyntaxKind.StaticKeyword):
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                    yield break;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    crossings++;
                    break;
            }
        }
    }

    private IEnumerable<ContextCandidate> Declared(SyntaxNode node, SyntaxNode inner, int crossings)
    {
        switch (node)
        {
            case AnonymousFunctionExpressionSyntax lambda:
                return Parameters(model.GetSymbolInfo(lambda, cancellationToken).Symbol as IMethodSymbol, crossings);
            case LocalFunctionStatementSyntax function:
                return Parameters(model.GetDeclaredSymbol(function, cancellationToken) as IMethodSymbol, crossings);
            case BaseMethodDeclarationSyntax method:
                return Parameters(model.GetDeclaredSymbol(method, cancellationToken), crossings);
            case AccessorDeclarationSyntax accessor:
                return Parameters(model.GetDeclaredSymbol(accessor, cancellationToken), crossings);
            case IndexerDeclarationSyntax { ExpressionBody: not null } indexer:
                return Parameters(model.GetDeclaredSymbol(indexer, cancellationToken)?.GetMethod, crossings);
            case BlockSyntax block:
                return Locals(block.Statements.TakeWhile(statement => statement != inner), crossings);
            case SwitchSectionSyntax section:
                return Locals(section.Statements.TakeWhile(statement => statement != inner), crossings)
                    .Concat(inner is SwitchLabelSyntax ? [] : section.Labels.SelectMany(label => Locals(label, crossings)));
            case CompilationUnitSyntax unit:
                return Locals(unit.Members.OfType<GlobalStatementSyntax>().TakeWhile(global => global != inner).Select(global => global.Statement), crossings);
            case UsingStatementSyntax @using when @using.Statement == inner:
                return Locals(@using.Declaration ?? (SyntaxNode?)@using.Expression, crossings);
            case CommonForEachStatementSyntax each when each.Statement == inner:
                return Variables([each], crossings);
            case ForStatementSyntax { Declaration: { } declaration } when declaration != inner:
                return Locals(declaration, crossings);
            case IfStatementSyntax test when test.Condition != inner:
                return Locals(test.Condition, crossings);
            case WhileStatementSyntax loop when loop.Statement == inner:
                return Locals(loop.Condition, crossings);
            case SwitchExpressionArmSyntax arm when arm.Pattern != inner:
                return Locals(arm.Pattern, crossings).Concat(arm.WhenClause == inner ? [] : Locals(arm.WhenClause, crossings));
            case CasePatternSwitchLabelSyntax label when label.Pattern != inner:
                return Locals(label.Pattern, crossings);
            case ArgumentListSyntax list:
                return list.Arguments.TakeWhile(argument => argument != inner).SelectMany(argument => Locals(argument, crossings));
            case ConditionalExpressionSyntax or BinaryExpressionSyntax:
                return Locals(node.ChildNodes().FirstOrDefault(child => child != inner && child.SpanStart < inner.SpanStart), crossings);
            default:
                return [];
        }
    }

    private IEnumerable<ContextCandidate> Parameters(IMethodSymbol? method, int crossings) => Parameters(method?.Parameters, crossings);

    private static IEnumerable<ContextCandidate> Parameters(IEnumerable<IParameterSymbol>? parameters, int crossings) =>
        from parameter in parameters ?? []
        where parameter.RefKind == RefKind.None || (crossings == 0 && parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter)
        where crossings == 0 || !parameter.Type.IsRefLikeType
        where parameter.Type.NullableAnnotation != NullableAnnotation.Annotated && !parameter.MayBeLeftOut() && parameter.Name.Length > 0
        select new ContextCandidate(parameter, parameter.Type, Names.Escaped(parameter.Name), ParameterCost + (crossings * CaptureCost));

    private IEnumerable<ContextCandidate> Locals(IEnumerable<StatementSyntax> statements, int crossings) => statements.SelectMany(statement => statement switch
    {
        LocalDeclarationStatementSyntax declaration => Locals(declaration.Declaration, crossings),
        ExpressionStatementSyntax expression => Locals(expression.Expression, crossings),
        IfStatementSyntax test => Locals(test.Condition, crossings),
        _ => [],
    });

    private IEnumerable<ContextCandidate> Locals(SyntaxNode? scope, int crossings) =>
        scope is null
            ? []
            : Variables(scope.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or StatementSyntax) || node == scope)
                .Where(node => node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax), crossings);

    private IEnumerable<ContextCandidate> Variables(IEnumerable<SyntaxNode> declarations, int crossings) =>
        from declaration in declarations
        let local = model.GetDeclaredSymbol(declaration, cancellationToken) as ILocalSymbol
        where local is { RefKind: RefKind.None, Type: not null } && !IsDeclaredNullable(declaration)
        where crossings == 0 || !local.Type.IsRefLikeType
        select new ContextCandidate(local, local.Type, Names.Escaped(local.Name), LocalCost + (crossings * CaptureCost));

    /// <summary>The type of a <c>var</c> is always annotated; what it was given tells.</summary>
    private bool IsDeclaredNullable(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: NullableTypeSyntax } } => true,
        VariableDeclaratorSyntax { Initializer.Value: { } value } => model.GetTypeInfo(value, cancellationToken).Nullability.FlowState == NullableFlowState.MaybeNull,
        SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Type: NullableTypeSyntax } } => true,
        _ => false,
    };
}
