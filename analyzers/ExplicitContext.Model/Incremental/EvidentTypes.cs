using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Incremental;

/// <summary>
/// The types of variables that one body shows where it declares them, or the type around it does. What is declared twice with different types, by a pattern, by a base or in
/// another part is not evident.
/// </summary>
/// <param name="body">The body.</param>
internal sealed class EvidentTypes(SyntaxNode body)
{
    /// <summary>What stands for a type that declares no indexer of its own: an array, a string.</summary>
    public const string Array = "[]";

    private Dictionary<string, List<(SyntaxNode? Scope, string? Type)>>? locals;
    private HashSet<string>? parameters;

    /// <summary>The simple name of the type of what is indexed, or stands before a dot; null where it is not evident.</summary>
    /// <param name="receiver">The expression, or a copy of it.</param>
    /// <param name="place">The part of the body that it is in.</param>
    public string? Of(ExpressionSyntax receiver, SyntaxNode place) => receiver switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => OfLocal(name, place) is (true, var type) ? type : OfMember(name),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } => OfMember(name),
        ParenthesizedExpressionSyntax parenthesized => Of(parenthesized.Expression, place),
        CastExpressionSyntax or BinaryExpressionSyntax or ObjectCreationExpressionSyntax => OfShown(receiver),
        _ => null,
    };

    /// <summary>Whether a name may be that of a variable, a parameter or a type parameter of the body.</summary>
    public bool MayDeclare(string name) => (locals ??= ReadLocals()).ContainsKey(name) || IsTypeParameter(name) || body is TypeDeclarationSyntax or PrimaryConstructorBaseTypeSyntax;

    private string? OfShown(ExpressionSyntax? value) => value switch
    {
        CastExpressionSyntax cast => NameOf(cast.Type, null),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression, Right: TypeSyntax type } => NameOf(type, null),
        ObjectCreationExpressionSyntax creation => NameOf(creation.Type, null),
        _ => null,
    };

    private (bool IsLocal, string? Type) OfLocal(string name, SyntaxNode place)
    {
        locals ??= ReadLocals();
        return locals.TryGetValue(name, out var declared)
            ? (true, declared.All(one => one.Type == declared[0].Type) && declared.Any(one => one.Scope?.Span.Contains(place.SpanStart) == true) ? declared[0].Type : null)
            : (false, null);
    }

    private string? OfMember(string name)
    {
        var type = body.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        foreach (var member in type?.Members ?? default)
        {
            switch (member)
            {
                case FieldDeclarationSyntax field when field.Declaration.Variables.Any(variable => variable.Identifier.ValueText == name):
                    return NameOf(field.Declaration.Type, null);
                case PropertyDeclarationSyntax property when property.Identifier.ValueText == name && property.ExplicitInterfaceSpecifier is null:
                    return NameOf(property.Type, null);
            }
        }

        return null;
    }

    private Dictionary<string, List<(SyntaxNode? Scope, string? Type)>> ReadLocals()
    {
        var read = new Dictionary<string, List<(SyntaxNode? Scope, string? Type)>>(StringComparer.Ordinal);
        var member = body.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? body;
        foreach (var node in member is TypeDeclarationSyntax ? [] : member.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: not BaseFieldDeclarationSyntax } declaration } variable:
                    Add(variable.Identifier, ScopeOf(declaration), NameOf(declaration.Type, variable.Initializer?.Value));
                    break;
                case ParameterSyntax parameter:
                    Add(parameter.Identifier, parameter.Parent is ParameterListSyntax or BracketedParameterListSyntax ? parameter.Parent.Parent : parameter.Parent, parameter.Type is { } type ? NameOf(type, null) : null);
                    break;
                case ForEachStatementSyntax each:
                    Add(each.Identifier, each.Statement, NameOf(each.Type, null));
                    break;
                case SingleVariableDesignationSyntax designation:
                    Add(designation.Identifier, null, null);
                    break;
                case CatchDeclarationSyntax declaration:
                    Add(declaration.Identifier, null, null);
                    break;
                case FromClauseSyntax clause:
                    Add(clause.Identifier, null, null);
                    break;
                case LetClauseSyntax clause:
                    Add(clause.Identifier, null, null);
                    break;
                case JoinClauseSyntax clause:
                    Add(clause.Identifier, null, null);
                    break;
                case JoinIntoClauseSyntax clause:
                    Add(clause.Identifier, null, null);
                    break;
                case QueryContinuationSyntax continuation:
                    Add(continuation.Identifier, null, null);
                    break;
            }
        }

        // The compiler declares it in a setter; in its type's other parameters nothing is evident.
        Add(SyntaxFactory.Identifier("value"), null, null);
        foreach (var parameter in body.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.ParameterList?.Parameters ?? default)
        {
            Add(parameter.Identifier, null, null);
        }

        return read;

        void Add(SyntaxToken name, SyntaxNode? scope, string? type)
        {
            if (!read.TryGetValue(name.ValueText, out var declared))
            {
                read.Add(name.ValueText, declared = []);
            }

            declared.Add((scope, type));
        }
    }

    private static SyntaxNode? ScopeOf(VariableDeclarationSyntax declaration) => declaration.Parent is LocalDeclarationStatementSyntax statement ? statement.Parent : declaration.Parent;

    private string? NameOf(TypeSyntax type, ExpressionSyntax? value) => type switch
    {
        ArrayTypeSyntax or PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword } => Array,
        NullableTypeSyntax nullable => NameOf(nullable.ElementType, null),
        IdentifierNameSyntax { Identifier.Text: "var" } => value switch
        {
            ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax => Array,
            _ => OfShown(value),
        },
        NameSyntax when NameScanner.RightmostName(type) is var name && name is not ("var" or "dynamic") && !IsTypeParameter(name) => name,
        _ => null,
    };

    private bool IsTypeParameter(string name)
    {
        parameters ??= new(
            body.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().SelectMany(type => type.TypeParameterList?.Parameters ?? default)
                .Concat((body.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? body).DescendantNodes(node => node is not TypeDeclarationSyntax).OfType<TypeParameterSyntax>())
                .Select(parameter => parameter.Identifier.ValueText),
            StringComparer.Ordinal);
        return parameters.Contains(name);
    }
}
