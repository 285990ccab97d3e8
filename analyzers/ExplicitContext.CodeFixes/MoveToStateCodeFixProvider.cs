using System.Collections.Immutable;
using System.Composition;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.CodeFixes;

/// <summary>Fixes ECTX5002 where a static field or property with <c>[MoveTo]</c> stays where it is: it becomes a partial property, whose body is generated.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveToStateCodeFixProvider))]
[Shared]
public sealed class MoveToStateCodeFixProvider : TextChangingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ConstructCannotBeRewritten];

    private protected override string Title => "Make it a partial property that lives in the state";

    private protected override IEnumerable<TextChange> ChangesFor(
        ImmutableArray<Diagnostic> diagnostics, SyntaxNode root, SemanticModel model, SourceText text, CancellationToken cancellationToken) =>
        diagnostics
            .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf().FirstOrDefault(node => node is VariableDeclaratorSyntax or PropertyDeclarationSyntax))
            .Select(node => MovedField.For(node, model, cancellationToken)?.In(text))
            .OfType<TextChange>();
}
