using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>Tells an overload that calls the legacy member, under a scope or because nothing in it is ambient, from one that has the body itself. Beside a shim, the former would never end.</summary>
internal static class ForwardingOverload
{
    public static bool Is(MemberDeclarationSyntax overload, SyntaxNode legacyBody, IMethodSymbol legacy, Compilation compilation, CancellationToken cancellationToken) =>
        Calls(overload, legacy, compilation, cancellationToken)
        && !(Calls(legacyBody, legacy, compilation, cancellationToken) && HasItsStatements(overload, legacyBody));

    private static bool Calls(SyntaxNode code, IMethodSymbol legacy, Compilation compilation, CancellationToken cancellationToken) =>
        MentionedMembers.In(code, compilation.GetSemanticModel(code.SyntaxTree), cancellationToken)
            .Any(member => SymbolEqualityComparer.Default.Equals(member, legacy) || SymbolEqualityComparer.Default.Equals(member, legacy.AssociatedSymbol));

    /// <summary>A rewritten body has the statements of the original, but for one that only cached the ambient.</summary>
    private static bool HasItsStatements(SyntaxNode overload, SyntaxNode legacyBody)
    {
        var original = KindsIn(legacyBody);
        var copy = KindsIn(overload);
        return original.SequenceEqual(copy) || (original.Count == copy.Count + 1 && original.Count(IsDeclaration) == copy.Count(IsDeclaration) + 1);
    }

    private static List<SyntaxKind> KindsIn(SyntaxNode code) =>
        [.. code.DescendantNodesAndSelf().Where(node => node is StatementSyntax or ArrowExpressionClauseSyntax).Select(node => node.Kind())];

    private static bool IsDeclaration(SyntaxKind kind) => kind == SyntaxKind.LocalDeclarationStatement;
}
