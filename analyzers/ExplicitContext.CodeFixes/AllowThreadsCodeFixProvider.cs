using System.Collections.Immutable;
using System.Composition;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.CodeFixes;

/// <summary>Fixes ECTX4004: other threads are let in while the statement blocks. Only where the statement does nothing else, since nothing of the interpreter may be touched meanwhile.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AllowThreadsCodeFixProvider))]
[Shared]
public sealed class AllowThreadsCodeFixProvider : ReplacingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.BlockingWhileAttached];

    private protected override Fix? FixFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Context, out var context) || context is null)
            return null;
        var name = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (BlockingExpression(name) is not { } call || Statement(call, model, cancellationToken) is not { } statement || !IsPlain(call, model, cancellationToken))
            return null;
        var scope = (UsingStatementSyntax)SyntaxFactory.ParseStatement($"using ({context}.AllowThreads()) ;");
        return new(
            $"Allow threads while it blocks: '{context}.AllowThreads()'",
            RuleIds.BlockingWhileAttached,
            statement,
            old => scope.WithStatement(((StatementSyntax)old).WithoutLeadingTrivia()).WithLeadingTrivia(old.GetLeadingTrivia()));
    }

    private static ExpressionSyntax? BlockingExpression(SyntaxNode name) => name switch
    {
        SimpleNameSyntax { Parent: InvocationExpressionSyntax call } => call,
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access } when call.Expression == access && access.Name == name => call,
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } when access.Name == name => access,
        _ => null,
    };

    /// <summary>The statement that is nothing but the call: it throws its result away, returns it, or puts it into a variable that is there already.</summary>
    private static StatementSyntax? Statement(ExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) => call.Parent switch
    {
        ExpressionStatementSyntax statement => statement,
        ReturnStatementSyntax statement => statement,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax variable, Parent: ExpressionStatementSyntax statement } assignment
            when assignment.Right == call && model.GetSymbolInfo(variable, cancellationToken).Symbol is ILocalSymbol or IParameterSymbol or IDiscardSymbol => statement,
        _ => null,
    };

    /// <summary>Whether all that the call names are variables, constants and statics: nothing of a context, and nothing that is computed.</summary>
    private static bool IsPlain(ExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        call.DescendantNodes().OfType<SimpleNameSyntax>().All(name => model.GetSymbolInfo(name, cancellationToken).Symbol switch
        {
            ILocalSymbol or IParameterSymbol or INamespaceOrTypeSymbol => !IsOfContext(name, model, cancellationToken),
            IMethodSymbol method => name.FirstAncestorOrSelf<InvocationExpressionSyntax>() == call || method.Name == "GetAwaiter" || IsFactory(method),
            IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true } => true,
            IPropertySymbol { Name: "Result" } => true,
            IFieldSymbol { IsReadOnly: true } => true,
            _ => false,
        })
        && !call.DescendantNodesAndSelf().Any(node => node is AwaitExpressionSyntax or AnonymousFunctionExpressionSyntax or AssignmentExpressionSyntax or DeclarationExpressionSyntax or ElementAccessExpressionSyntax or BaseObjectCreationExpressionSyntax)
        && call.FirstAncestorOrSelf<StatementSyntax>()?.Parent is not LabeledStatementSyntax;

    private static bool IsFactory(IMethodSymbol method) => method is { IsStatic: true, ContainingType.Name: "TimeSpan" };

    private static bool IsOfContext(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(name, cancellationToken).Type is { } type
        && type.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ThreadStateAttribute" or "InterpreterStateAttribute" or "RuntimeStateAttribute" or "ContextTypeAttribute" });
}
