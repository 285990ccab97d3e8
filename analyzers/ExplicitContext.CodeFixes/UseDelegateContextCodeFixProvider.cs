using System.Collections.Immutable;
using System.Composition;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.CodeFixes;

/// <summary>Fixes ECTX2011: the context that a delegate hands over takes the place of the captured one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseDelegateContextCodeFixProvider))]
[Shared]
public sealed class UseDelegateContextCodeFixProvider : ReplacingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.DelegateDropsContext];

    private protected override Fix? FixFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Context, out var own) || own is null
            || !diagnostic.Properties.TryGetValue(FixProperties.Replaced, out var other) || other is null
            || BodyAround(root.FindNode(diagnostic.Location.SourceSpan)) is not { } body
            || !IsClear(body, own, other, model, cancellationToken)
            || !IsSameType(root.FindNode(diagnostic.Location.SourceSpan), body, other, model, cancellationToken))
        {
            return null;
        }

        return new($"Use '{own}'", RuleIds.DelegateDropsContext, body, old => old.ReplaceNodes(
            old.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => IsUse(name, other)),
            (_, name) => name.WithIdentifier(SyntaxFactory.ParseToken(SyntaxFacts.GetKeywordKind(own) == SyntaxKind.None ? own : "@" + own).WithTriviaFrom(name.Identifier))));
    }

    private static SyntaxNode? BodyAround(SyntaxNode parameter) => parameter.AncestorsAndSelf().Select(node => node switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.Body,
        LocalFunctionStatementSyntax function => function.Body ?? (SyntaxNode?)function.ExpressionBody,
        _ => null,
    }).FirstOrDefault(body => body is not null);

    /// <summary>The name of the one means nothing else in the body, and that of the other nothing at all: a lambda further in may take a parameter of that name.</summary>
    private static bool IsClear(SyntaxNode body, string own, string other, SemanticModel model, CancellationToken cancellationToken)
    {
        var names = body.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).ToLookup(token => token.ValueText);
        var uses = body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => IsUse(name, other)).ToList();
        return !names.Contains(own)
            && uses.Select(name => model.GetSymbolInfo(name, cancellationToken).Symbol).Distinct(SymbolEqualityComparer.Default).Count() == 1
            && uses.TrueForAll(name => !IsWrittenOrNamed(model.GetOperation(name, cancellationToken)));
    }

    /// <summary>Another value for the captured variable, and its name as a text, are not a use of the context.</summary>
    private static bool IsWrittenOrNamed(IOperation? use) => use?.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == use,
        IArgumentOperation { Parameter.RefKind: not RefKind.None } or ITupleOperation or INameOfOperation => true,
        _ => false,
    };

    /// <summary>Whether the delegate's own parameter has all that the captured variable has: it may be of a type derived from the context.</summary>
    private static bool IsSameType(SyntaxNode parameter, SyntaxNode body, string other, SemanticModel model, CancellationToken cancellationToken) =>
        parameter.FirstAncestorOrSelf<ParameterSyntax>() is { } declared
        && model.GetDeclaredSymbol(declared, cancellationToken) is { } own
        && body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault(name => IsUse(name, other)) is { } use
        && model.GetTypeInfo(use, cancellationToken).Type is { } captured
        && model.Compilation.ClassifyConversion(own.Type, captured).IsImplicit;

    private static bool IsUse(IdentifierNameSyntax name, string text) =>
        name.Identifier.ValueText == text.TrimStart('@')
        && name.Parent is not (NameColonSyntax or NameEqualsSyntax)
        && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
        && name.Parent is not MemberBindingExpressionSyntax
        && !(name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name);
}
