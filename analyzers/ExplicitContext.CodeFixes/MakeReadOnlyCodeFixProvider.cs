using System.Collections.Immutable;
using System.Composition;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.CodeFixes;

/// <summary>Fixes ECTX1004 where a member is a constant in all but name: a field becomes <c>readonly</c>, a property loses its private setter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeReadOnlyCodeFixProvider))]
[Shared]
public sealed class MakeReadOnlyCodeFixProvider : ReplacingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.MutableStaticState];

    private protected override Fix? FixFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        diagnostic.Properties.ContainsKey(FixProperties.ReadOnly)
            ? root.FindNode(diagnostic.Location.SourceSpan) switch
            {
                VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax { Modifiers.Count: > 0 } field } } =>
                    new("Make it readonly", RuleIds.MutableStaticState, field, old => WithReadOnly((FieldDeclarationSyntax)old)),
                PropertyDeclarationSyntax { AccessorList: { } accessors } when SetterOf(accessors) is { } setter && HasNoRemark(setter) =>
                    new("Remove the setter", RuleIds.MutableStaticState, accessors, old => WithoutSetter((AccessorListSyntax)old)),
                _ => null,
            }
            : null;

    private static FieldDeclarationSyntax WithReadOnly(FieldDeclarationSyntax field) =>
        field.AddModifiers(SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space));

    private static AccessorDeclarationSyntax? SetterOf(AccessorListSyntax accessors) => accessors.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration));

    private static bool HasNoRemark(AccessorDeclarationSyntax setter) => setter.DescendantTrivia().All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    private static AccessorListSyntax WithoutSetter(AccessorListSyntax accessors) => accessors.RemoveNode(SetterOf(accessors)!, SyntaxRemoveOptions.KeepNoTrivia)!;
}
