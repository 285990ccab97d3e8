using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Availability;

/// <summary>What an instance member may name besides its own parameters and locals: <c>this</c>, its fields and properties, primary-constructor parameters.</summary>
internal sealed class InstanceScope(SemanticModel model, SyntaxNode at, INamedTypeSymbol type, ISymbol member, bool hasThis)
{
    private const int ThisCost = 2;
    private const int PrimaryParameterCost = 3;
    private const int FieldCost = 4;
    private const int PropertyCost = 5;

    /// <summary>The scope at a node, or null where there is no instance.</summary>
    public static InstanceScope? Of(SemanticModel model, SyntaxNode at)
    {
        foreach (var node in at.Ancestors())
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax lambda when lambda.Modifiers.Any(SyntaxKind.StaticKeyword):
                case LocalFunctionStatementSyntax function when function.Modifiers.Any(SyntaxKind.StaticKeyword):
                    return null;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax when model.GetEnclosingSymbol(at.SpanStart)?.ContainingType is { IsValueType: true }:
                    return null;
                case VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } field:
                    return Of(model, at, model.GetDeclaredSymbol(field), hasThis: false);
                case PropertyDeclarationSyntax property:
                    return Of(model, at, model.GetDeclaredSymbol(property), hasThis: property.Initializer is not { } initializer || !initializer.Span.Contains(at.Span));
                case ConstructorDeclarationSyntax constructor:
                    return Of(model, at, model.GetDeclaredSymbol(constructor), hasThis: false);
                case PrimaryConstructorBaseTypeSyntax { Parent.Parent: TypeDeclarationSyntax declaration }:
                    return model.GetDeclaredSymbol(declaration) is { } constructed ? new(model, at, constructed, constructed, hasThis: false) : null;
                case MemberDeclarationSyntax declared and not GlobalStatementSyntax:
                    return Of(model, at, model.GetDeclaredSymbol(declared), hasThis: true);
            }
        }

        return null;
    }

    /// <summary>What can be named.</summary>
    /// <param name="canLead">Whether a value of a type is a context at all. Asked first: to find out how a member can be named is costly.</param>
    public IEnumerable<ContextCandidate> Candidates(Func<ITypeSymbol, bool> canLead)
    {
        foreach (var parameter in PrimaryParameters(canLead))
        {
            yield return new(parameter, parameter.Type, Names.Escaped(parameter.Name), PrimaryParameterCost);
        }

        if (!hasThis)
        {
            yield break;
        }

        yield return new(type, type, "this", ThisCost);
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var held in current.GetMembers())
            {
                if (!held.IsStatic && held.CanBeReferencedByName && !SymbolEqualityComparer.Default.Equals(held, member)
                    && HeldType(held) is { NullableAnnotation: not NullableAnnotation.Annotated } heldType && canLead(heldType)
                    && Holds(held) && model.IsAccessible(at.SpanStart, held) && Name(held) is { } name)
                {
                    yield return new(held, heldType, name, held is IFieldSymbol ? FieldCost : PropertyCost);
                }
            }
        }
    }

    private static InstanceScope? Of(SemanticModel model, SyntaxNode at, ISymbol? member, bool hasThis) =>
        member is { IsStatic: false, ContainingType: { } type } ? new(model, at, type, member, hasThis) : null;

    private IEnumerable<IParameterSymbol> PrimaryParameters(Func<ITypeSymbol, bool> canLead) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor }
            ? []
            : type.InstanceConstructors
                .Where(constructor => constructor.Parameters.Any(parameter => canLead(parameter.Type)))
                .Where(constructor => constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is TypeDeclarationSyntax)
                .SelectMany(constructor => constructor.Parameters)
                .Where(parameter => parameter.RefKind == RefKind.None && parameter.Type.NullableAnnotation != NullableAnnotation.Annotated);

    private static ITypeSymbol? HeldType(ISymbol held) => held switch
    {
        IFieldSymbol { IsImplicitlyDeclared: false } field => field.Type,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
        _ => null,
    };

    /// <summary>
    /// A field, a property that stores its value, or one that only hands out a field. A getter that computes could itself read the ambient.
    /// </summary>
    private static bool Holds(ISymbol held) =>
        held is IFieldSymbol
        || held.DeclaringSyntaxReferences is not [var reference, ..]
        || reference.GetSyntax() is ParameterSyntax
        || (reference.GetSyntax() is PropertyDeclarationSyntax declaration
            && (declaration.ExpressionBody is { Expression: IdentifierNameSyntax }
                || declaration.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration))
                    is { Body: null, ExpressionBody: null or { Expression: IdentifierNameSyntax } }));

    /// <summary>How one names a member: a parameter or local of its name wants <c>this.</c>; null where another member hides it.</summary>
    private string? Name(ISymbol held) =>
        IsOnly(held, model.LookupSymbols(at.SpanStart, name: held.Name)) ? Names.Escaped(held.Name)
        : IsOnly(held, model.LookupSymbols(at.SpanStart, type, held.Name)) ? "this." + Names.Escaped(held.Name)
        : null;

    private static bool IsOnly(ISymbol held, ImmutableArray<ISymbol> visible) => visible is [var only] && SymbolEqualityComparer.Default.Equals(only, held);
}
