using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>Makes the findings about members that get no overload.</summary>
internal static class Refusals
{
    public static GenerationFinding At(ISymbol symbol, string rule, string message) => new(rule, IdOf(symbol), -1, 0, message);

    /// <summary>The documentation ID of what a person sees of a symbol: the property of an accessor, the type of what the compiler writes.</summary>
    public static string IdOf(ISymbol symbol) =>
        (symbol is IMethodSymbol { IsImplicitlyDeclared: true, AssociatedSymbol: null } ? symbol.ContainingType : symbol.Owner()).GetDocumentationCommentId() ?? "";

    public static GenerationFinding NoCommonContext(IMethodSymbol member, IEnumerable<ContextType> needs)
    {
        var names = string.Join(" and ", needs.Select(type => type.Type.Name).OrderBy(name => name, StringComparer.Ordinal));
        return At(member, GenerationFinding.CannotRewrite, $"No context-passing overload for '{Name(member)}': it needs {names}, and none of them leads to the others. Give one a readonly member that does.");
    }

    /// <param name="member">The member whose overload has no place.</param>
    /// <param name="type">The type that is not partial, perhaps one around the member's own.</param>
    public static GenerationFinding NotPartial(IMethodSymbol member, TypeDeclarationSyntax type)
    {
        var symbol = member.ContainingType;
        while (symbol.ContainingType is { } outer && symbol.DeclaringSyntaxReferences.All(reference => reference.Span != type.Span))
        {
            symbol = outer;
        }

        return At(symbol, GenerationFinding.NotPartial, $"'{type.Identifier.ValueText}' is not partial, so no context-passing overload can stand beside '{Name(member)}'. Make it partial.");
    }

    /// <summary>What a person is told of an exception: it costs the one member.</summary>
    public static string Fault(IMethodSymbol member, Exception exception) =>
        $"No context-passing overload for '{Name(member)}', because generating it failed: {exception.GetType().Name}, {exception.Message.TrimEnd('.')}. This is a fault of ExplicitContext; report it, and write the overload by hand.";

    public static string Name(IMethodSymbol member) => MemberNames.Qualified(member);
}
