using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.StaticState;

/// <summary>
/// Which methods change the object that they are called on. Told from syntax: the method, or one of its type that it calls, assigns a field or
/// property of the object or changes a collection in it. Of methods whose source is not to be seen the name decides.
/// </summary>
internal sealed class SelfChanges
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ConcurrentDictionary<string, bool>> known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a method of that name changes an object of the type.</summary>
    public bool Contains(INamedTypeSymbol type, string method) =>
        known.GetOrAdd(type.OriginalDefinition, _ => new(StringComparer.Ordinal)).GetOrAdd(method, name => Changes(type.OriginalDefinition, name, []));

    /// <summary>Whether an object of the type changes itself by any of its methods.</summary>
    public bool Any(INamedTypeSymbol type) => Bases(type)
        .SelectMany(part => part.GetMembers()).OfType<IMethodSymbol>()
        .Any(method => method is { IsStatic: false, MethodKind: MethodKind.Ordinary } && Contains(type, method.Name));

    private static bool Changes(INamedTypeSymbol type, string name, HashSet<string> visited)
    {
        if (!visited.Add(name))
        {
            return false;
        }

        var methods = Bases(type).SelectMany(part => part.GetMembers(name)).OfType<IMethodSymbol>().ToList();
        var bodies = methods.SelectMany(method => method.DeclaringSyntaxReferences).Select(reference => reference.GetSyntax()).ToList();
        return bodies.Count == 0
            ? FrameworkTypes.IsChange(name)
            : bodies.SelectMany(body => body.DescendantNodes()).OfType<IdentifierNameSyntax>().Any(use => IsChange(use, type, visited));
    }

    private static bool IsChange(IdentifierNameSyntax use, INamedTypeSymbol type, HashSet<string> visited)
    {
        var whole = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax } own && own.Name == use ? own : (ExpressionSyntax)use;
        if (whole == use && use.Parent is MemberAccessExpressionSyntax access && access.Name == use)
        {
            return false;
        }

        if (whole.Parent is InvocationExpressionSyntax call && call.Expression == whole)
        {
            return Bases(type).Any(part => part.GetMembers(use.Identifier.ValueText).Any(member => member is IMethodSymbol { IsStatic: false }))
                && Changes(type, use.Identifier.ValueText, visited);
        }

        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == whole,
            PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PreIncrementExpression) || unary.IsKind(SyntaxKind.PreDecrementExpression),
            PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PostIncrementExpression) || unary.IsKind(SyntaxKind.PostDecrementExpression),
            ElementAccessExpressionSyntax element => element.Parent is AssignmentExpressionSyntax assignment && assignment.Left == element,
            ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) || argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword),
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } called => FrameworkTypes.IsChange(called.Name.Identifier.ValueText),
            _ => false,
        }
        && Bases(type).Any(part => part.GetMembers(use.Identifier.ValueText).Any(member => member is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false }));
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            yield return current;
        }
    }
}
