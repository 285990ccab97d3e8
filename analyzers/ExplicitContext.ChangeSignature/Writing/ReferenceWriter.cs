using ExplicitContext.ChangeSignature.Planning;
using ExplicitContext.ChangeSignature.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.ChangeSignature.Writing;

/// <summary>Rewrites what refers to a member that changes.</summary>
internal sealed class ReferenceWriter(SourceFiles files, HandedContext handed, Draft draft)
{
    public async Task WriteAsync(SignatureChange change, Reference reference, CancellationToken cancellationToken)
    {
        if (await files.OfAsync(reference.Document, cancellationToken).ConfigureAwait(false) is not { IsGenerated: false } file)
        {
            draft.Refuse(change, reference, $"'{change.Name}' is used in {reference.Document.Name}, which is generated or not C#.");
            return;
        }

        var node = file.Root.FindToken(reference.Span.Start, findInsideTrivia: true).Parent!;
        if (node.FirstAncestorOrSelf<CrefSyntax>() is { } cref)
            CrefWriter.Write(change, cref, file, draft);
        else if (IsInNameOf(node, file.Model) || IsImpliedBaseCall(node, reference))
            return;
        else if (ObstacleAt(node, reference, change, file) is { } obstacle)
            draft.Refuse(change, reference, obstacle);
        else if (CallSyntax.Of(node) is { } call)
            WriteCall(change, reference, call, file, cancellationToken);
        else if (node is SimpleNameSyntax name && file.Model.GetSymbolInfo(name, cancellationToken).Symbol is IMethodSymbol { MethodKind: not MethodKind.Constructor })
            WriteGroup(change, reference, name, file, cancellationToken);
        else
            draft.Refuse(change, reference, $"'{node}' uses '{change.Name}' in a way that takes no argument.");
    }

    private static bool IsInNameOf(SyntaxNode node, SemanticModel model) =>
        node.Ancestors().OfType<InvocationExpressionSyntax>().Any(call =>
            call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } && model.GetOperation(call) is INameOfOperation);

    /// <summary>A constructor that calls its base without saying so is the <see cref="BaseConstructorWriter"/>'s.</summary>
    private static bool IsImpliedBaseCall(SyntaxNode node, Reference reference) =>
        !reference.IsNamed && node is ConstructorDeclarationSyntax or TypeDeclarationSyntax;

    private static string? ObstacleAt(SyntaxNode node, Reference reference, SignatureChange change, SourceFile file) =>
        !reference.IsNamed && node is not ImplicitObjectCreationExpressionSyntax ? $"'{change.Name}' is called without being named, so nothing can be handed to it."
        : !reference.IsCertain ? $"Which '{change.Name}' is called is decided at run time only, or the call does not compile."
        : node.FirstAncestorOrSelf<AttributeSyntax>() is not null ? $"'{change.Name}' is used in an attribute, which takes constants alone."
        : node.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().Any(lambda => IsExpressionTree(lambda, file.Model)) ? $"'{change.Name}' is called in an expression tree, which a provider reads as data."
        : !change.Declarations.Any(declaration => file.Model.IsAccessible(node.SpanStart, declaration.Member)) && !change.KeepsLegacy ? $"'{change.Name}' cannot be called here."
        : change.KeepsLegacy && !SeesInternals(file, change) ? "The overload is internal."
        : null;

    private static bool SeesInternals(SourceFile file, SignatureChange change)
    {
        var declaring = change.Declarations[0].Member.ContainingAssembly;
        return declaring.Name == file.Model.Compilation.Assembly.Name || declaring.GivesAccessTo(file.Model.Compilation.Assembly);
    }

    private static bool IsExpressionTree(AnonymousFunctionExpressionSyntax lambda, SemanticModel model) =>
        model.GetTypeInfo(lambda).ConvertedType is INamedTypeSymbol { Name: "Expression" or "LambdaExpression" } type
        && type.ContainingNamespace.ToDisplayString() == "System.Linq.Expressions";

    private void WriteCall(SignatureChange change, Reference reference, CallSyntax call, SourceFile file, CancellationToken cancellationToken)
    {
        if (handed.For(change, call.Node, file, cancellationToken) is not { } arguments)
        {
            draft.Refuse(change, reference, NothingToHandOn(change));
            return;
        }

        var (index, isNamed) = IndexIn(call, change, reference, file);
        var text = Join(change, arguments, isNamed);
        if (call.Node is ObjectCreationExpressionSyntax { ArgumentList: null } creation)
            draft.Add(change, file, new(creation.Type.Span.End, 0), $"({text})");
        else
            draft.Add(change, file, ListInsertion.At(call.Arguments.OpenParenToken, call.Arguments.Arguments, index, text));
    }

    private static (int Index, bool IsNamed) IndexIn(CallSyntax call, SignatureChange change, Reference reference, SourceFile file)
    {
        var isNamed = change.Named.Contains(reference.Place);
        if (file.Model.GetSymbolInfo(call.Node).Symbol is not IMethodSymbol { IsExtensionMethod: true, ReducedFrom: null, Parameters: [var receiver, ..] })
            return (0, isNamed);
        return call.Arguments.Arguments is [{ NameColon.Name.Identifier.ValueText: var first }, ..] && first != receiver.Name ? (0, true) : (1, isNamed);
    }

    private void WriteGroup(SignatureChange change, Reference reference, SimpleNameSyntax name, SourceFile file, CancellationToken cancellationToken)
    {
        if (GroupObstacle(name, change) is { } obstacle)
            draft.Refuse(change, reference, obstacle);
        else if (handed.For(change, name, file, cancellationToken) is not { } arguments)
            draft.Refuse(change, reference, NothingToHandOn(change));
        else if (MethodGroupLambda.Create(name, Join(change, arguments, isNamed: false), file.Model, cancellationToken) is not { } lambda)
            draft.Refuse(change, reference, $"'{name}' is used as a delegate, and a lambda could not stand for it.");
        else
            WriteLambda(change, lambda, file);
    }

    private void WriteLambda(SignatureChange change, MethodGroupLambda lambda, SourceFile file)
    {
        draft.Add(change, file, new(lambda.Group.SpanStart, 0), lambda.Before);
        draft.Add(change, file, new(lambda.Group.Span.End, 0), lambda.After);
    }

    /// <summary>A method group is equal to another one of the same method and receiver; no lambda is equal to another lambda.</summary>
    private static string? GroupObstacle(SimpleNameSyntax name, SignatureChange change)
    {
        var group = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
        var user = group.Ancestors().FirstOrDefault(node => node is not (ParenthesizedExpressionSyntax or CastExpressionSyntax or ObjectCreationExpressionSyntax or ArgumentSyntax or ArgumentListSyntax));
        return user switch
        {
            AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.AddAssignmentExpression) || assignment.IsKind(SyntaxKind.SubtractAssignmentExpression) =>
                $"'{change.Name}' handles an event or is added to a delegate, from which a lambda could not be taken away again.",
            BinaryExpressionSyntax => $"'{change.Name}' is compared or combined as a delegate, and a lambda would not be equal to it.",
            PrefixUnaryExpressionSyntax => $"The address of '{change.Name}' is taken.",
            _ => null,
        };
    }

    private static string Join(SignatureChange change, IReadOnlyList<string> arguments, bool isNamed) =>
        string.Join(", ", arguments.Select((argument, i) => isNamed ? $"{change.Parameters[i].Name}: {argument}" : argument));

    private static string NothingToHandOn(SignatureChange change) =>
        $"A caller of '{change.Name}' has no context, and no ambient accessor that it could read yields one.";
}
