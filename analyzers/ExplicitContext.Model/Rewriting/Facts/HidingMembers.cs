using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>
/// Members that would take a call in place of the overload: C# looks at the receiver's own type first, then at its bases, and for a simple name at the type around the
/// call first; so a member there wins, however badly it fits.
/// </summary>
internal static class HidingMembers
{
    /// <summary>The type with a member that would win over the callee's overload, or null.</summary>
    public static INamedTypeSymbol? Of(IOperation call, IMethodSymbol callee, SemanticModel model)
    {
        var (receiver, arguments) = call switch
        {
            IInvocationOperation invocation => (invocation.Instance?.Type, invocation.Arguments.Count(argument => argument.ArgumentKind != ArgumentKind.DefaultValue)),
            IMethodReferenceOperation group => (group.Instance?.Type, group.Method.Parameters.Length),
            IPropertyReferenceOperation property => (property.Instance?.Type, property.Arguments.Length + (callee.MethodKind == MethodKind.PropertySet ? 1 : 0)),
            _ => (null, 0),
        };
        var name = OverloadShape.NameFor(callee);
        return Between(receiver ?? Named(call, model), callee.ContainingType).FirstOrDefault(type => type.GetMembers(name).Any(member => Takes(member, arguments + 1)));
    }

    /// <summary>The type that a static call names, or the one around a call that names none.</summary>
    private static ITypeSymbol? Named(IOperation call, SemanticModel model) =>
        (call.Syntax is InvocationExpressionSyntax invocation ? invocation.Expression : call.Syntax) is MemberAccessExpressionSyntax access
            ? model.GetSymbolInfo(access.Expression).Symbol as ITypeSymbol
            : model.GetEnclosingSymbol(call.Syntax.SpanStart)?.ContainingType;

    /// <summary>The types at which C# looks before it comes to the one that declares the callee; none where it does not come there by bases and types around.</summary>
    private static IEnumerable<INamedTypeSymbol> Between(ITypeSymbol? from, INamedTypeSymbol declaring)
    {
        var passed = new List<INamedTypeSymbol>();
        for (var around = from as INamedTypeSymbol; around is not null; around = around.ContainingType)
        {
            for (var type = around; type is not null; type = type.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, declaring.OriginalDefinition))
                {
                    return passed;
                }

                passed.Add(type);
            }
        }

        return [];
    }

    private static bool Takes(ISymbol member, int arguments)
    {
        if (member is not (IMethodSymbol or IPropertySymbol { IsIndexer: true }))
        {
            return true;
        }

        var parameters = member is IMethodSymbol method ? method.Parameters : ((IPropertySymbol)member).Parameters;
        return parameters.Count(parameter => !parameter.IsOptional && !parameter.IsParams) <= arguments && (parameters.Length >= arguments || parameters.Any(parameter => parameter.IsParams));
    }
}
