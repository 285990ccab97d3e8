using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>Where a member stands in the source.</summary>
/// <param name="Declaration">The declaration beside which an overload would stand: that of the property for an accessor, that of the type for what the compiler writes.</param>
/// <param name="Bodies">What runs: none for what the compiler writes.</param>
internal sealed record MemberSource(SyntaxNode Declaration, IReadOnlyList<SyntaxNode> Bodies)
{
    /// <summary>The source of a member of the compilation, or null where it has no body that could be read.</summary>
    public static MemberSource? Of(IMethodSymbol member, CancellationToken cancellationToken)
    {
        if (member.AssociatedSymbol is IPropertySymbol { IsIndexer: true } indexer)
        {
            return OfIndexer(indexer, cancellationToken);
        }

        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax(cancellationToken))
            {
                case BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null }:
                    continue;
                case BaseMethodDeclarationSyntax method:
                    return new(method, [method]);
                case AccessorDeclarationSyntax { Body: null, ExpressionBody: null }:
                    continue;
                case AccessorDeclarationSyntax { Parent.Parent: BasePropertyDeclarationSyntax property } accessor:
                    return new(property, [accessor]);
                case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property } arrow:
                    return new(property, [arrow]);
                case TypeDeclarationSyntax type:
                    return new(type, [.. type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>() ?? []]);
            }
        }

        return IsUnwritten(member) ? new(member.ContainingType.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken), []) : null;
    }

    /// <summary>Whether a member is of the compilation's own source. In an IDE, members of referenced projects have syntax too, but their overloads are generated there.</summary>
    public static bool IsOwn(IMethodSymbol member, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, compilation.Assembly) && (!member.DeclaringSyntaxReferences.IsEmpty || IsUnwritten(member));

    /// <summary>
    /// Whether the compiler writes a member that calls others: the constructor of a class that declares none, that of its statics, or a member of a
    /// record. A struct without a constructor is only cleared.
    /// </summary>
    public static bool IsUnwritten(IMethodSymbol member) =>
        member is { IsImplicitlyDeclared: true, DeclaringSyntaxReferences.IsEmpty: true, AssociatedSymbol: null, ContainingType: { DeclaringSyntaxReferences.IsEmpty: false } type }
        && (member.MethodKind == MethodKind.StaticConstructor || (member.MethodKind == MethodKind.Constructor && type.TypeKind == TypeKind.Class) || type.IsRecord);

    private static MemberSource? OfIndexer(IPropertySymbol indexer, CancellationToken cancellationToken)
    {
        foreach (var reference in indexer.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is not IndexerDeclarationSyntax declaration)
            {
                continue;
            }

            if (declaration.ExpressionBody is { } arrow)
            {
                return new(declaration, [arrow]);
            }

            if (declaration.AccessorList?.Accessors.Where(accessor => accessor is not { Body: null, ExpressionBody: null }).ToList() is { Count: > 0 } accessors)
            {
                return new(declaration, accessors);
            }
        }

        return null;
    }
}
