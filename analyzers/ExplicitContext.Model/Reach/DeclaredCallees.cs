using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Reach;

/// <summary>What a member calls because of what it is, whatever its body says: a constructor, an asynchronous member, or one that the compiler writes for a record.</summary>
internal static class DeclaredCallees
{
    public static IReadOnlyList<MemberCall> Of(ISymbol member, IEnumerable<SyntaxNode> bodies)
    {
        if (member is not IMethodSymbol { ContainingType: { } type } method)
        {
            return [];
        }

        var callees = new CalleeList();
        if (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor)
        {
            return [.. Initialisers(method, type, bodies), .. BaseConstructor(callees, method, type, bodies).Calls];
        }

        if (method.IsImplicitlyDeclared && type.IsRecord)
        {
            RecordMembers.Add(callees, method);
        }

        ImpliedAwaiting.AddBuilder(callees, method);

        return callees.Calls;
    }

    /// <summary>A constructor that chains to no other of its type runs the initialisers. A copy constructor copies instead.</summary>
    private static IEnumerable<MemberCall> Initialisers(IMethodSymbol constructor, INamedTypeSymbol type, IEnumerable<SyntaxNode> bodies) =>
        Chain(bodies) == SyntaxKind.ThisConstructorInitializer || RecordMembers.IsCopyConstructor(constructor)
            ? []
            : type.GetMembers()
                .Where(held => held.IsStatic == constructor.IsStatic && !held.IsImplicitlyDeclared && held is IFieldSymbol { IsConst: false } or IPropertySymbol or IEventSymbol)
                .Select(held => new MemberCall(held, IsVirtual: false, Receiver: null));

    /// <summary>A constructor calls its base's even where it names none: the one without parameters, or the one that needs no argument.</summary>
    private static CalleeList BaseConstructor(CalleeList callees, IMethodSymbol constructor, INamedTypeSymbol type, IEnumerable<SyntaxNode> bodies)
    {
        if (constructor.IsStatic || type.BaseType is not { SpecialType: SpecialType.None } parent || Chain(bodies) != SyntaxKind.None || bodies.Any(body => body is PrimaryConstructorBaseTypeSyntax))
        {
            return callees;
        }

        callees.AddImplied(RecordMembers.IsCopyConstructor(constructor) && constructor.IsImplicitlyDeclared
            ? parent.InstanceConstructors.FirstOrDefault(RecordMembers.IsCopyConstructor)
            : parent.InstanceConstructors.FirstOrDefault(inherited => inherited.Parameters.IsEmpty)
                ?? parent.InstanceConstructors.FirstOrDefault(inherited => inherited.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)));
        return callees;
    }

    private static SyntaxKind Chain(IEnumerable<SyntaxNode> bodies) => bodies.OfType<ConstructorDeclarationSyntax>().FirstOrDefault()?.Initializer?.Kind() ?? SyntaxKind.None;
}
