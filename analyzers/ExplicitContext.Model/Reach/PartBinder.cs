using ExplicitContext.Model.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Reach;

/// <summary>
/// Binds one part of a body. The compiler binds whole bodies; but a copy of a statement, which belongs to no file, is bound alone at the place of the original, where it
/// means the same.
/// </summary>
internal static class PartBinder
{
    /// <summary>The operations of a part; null where it has none, as a declaration that calls only what it implies.</summary>
    public static IOperation? Bind(BodyPart part, SemanticModel model, CancellationToken cancellationToken) => part.Node switch
    {
        TypeDeclarationSyntax or MethodDeclarationSyntax => null,
        ConstructorDeclarationSyntax { Initializer: var initializer } => initializer is null ? null : Bind(initializer, model, cancellationToken),
        // To analyse the flow of null the compiler needs the whole body.
        StatementSyntax statement when !IsNullChecked(model, statement.SpanStart)
            && part.Statement is { } copy
            && model.TryGetSpeculativeSemanticModel(statement.SpanStart, copy, out var speculative) => speculative.GetOperation(copy, cancellationToken),
        var node => model.GetOperation(node, cancellationToken),
    };

    private static IOperation? Bind(ConstructorInitializerSyntax initializer, SemanticModel model, CancellationToken cancellationToken)
    {
        var copy = initializer.WithAdditionalAnnotations(new SyntaxAnnotation());
        return !IsNullChecked(model, initializer.SpanStart)
            && model.TryGetSpeculativeSemanticModel(initializer.SpanStart, copy, out var speculative)
            && speculative.GetOperation(copy, cancellationToken) is { } operation
                ? operation
                : model.GetOperation(initializer, cancellationToken);
    }

    private static bool IsNullChecked(SemanticModel model, int position) => model.GetNullableContext(position).WarningsEnabled();
}
