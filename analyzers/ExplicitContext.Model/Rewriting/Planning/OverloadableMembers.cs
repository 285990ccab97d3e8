using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>Which members can have a context-passing overload beside them, and why others cannot.</summary>
internal static class OverloadableMembers
{
    /// <summary>The reason why a member cannot have one, whatever it overrides or implements, as the end of a sentence, or null where it can.</summary>
    public static string? ReasonAgainst(IMethodSymbol member, ContextModel contexts) => member switch
    {
        { MethodKind: MethodKind.StaticConstructor } => Initialisers.OnceForTheProcess,
        { MethodKind: MethodKind.Constructor } => OverloadableConstructors.ReasonAgainst(member),
        { IsImplicitlyDeclared: true, AssociatedSymbol: null } => "is written by the compiler, which calls what it always called; write it by hand",
        { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } => OverloadableOperators.ReasonAgainst(member, contexts),
        { MethodKind: MethodKind.Destructor } => "is a finalizer, which runs on a thread of its own; capture what it needs",
        { MethodKind: MethodKind.EventAdd or MethodKind.EventRemove } => "is an event accessor, whose signature the delegate fixes",
        { MethodKind: not (MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.ExplicitInterfaceImplementation) } => "is of a kind that cannot be overloaded",
        { IsExtern: true } => "is extern",
        { ContainingType: { IsFileLocal: true } } => "is in a file-local type, which another file cannot extend; drop 'file'",
        { IsInitOnly: true, AssociatedSymbol: IPropertySymbol { IsIndexer: false } } => "is an init accessor, which only an initialiser can call; assign in a constructor that takes the context",
        { AssociatedSymbol: IPropertySymbol } when UsesFieldKeyword(member) => "uses 'field', which no other member can name; declare the field",
        _ => HostOf(member),
    };

    /// <summary>Who calls a member that an attribute makes the start of something, and can hand it no context.</summary>
    private static string? HostOf(IMethodSymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "UnmanagedCallersOnlyAttribute":
                    return "is called by native code, which can hand it no context; attach in it, and call what takes the context";
                case "ModuleInitializerAttribute":
                    return "is called when the module is loaded, before there is a context; do this work where the context is made";
            }
        }

        return null;
    }

    /// <summary>The innermost type around a declaration that is not partial, or null where all are.</summary>
    public static TypeDeclarationSyntax? NotPartial(SyntaxNode declaration) =>
        declaration.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword) && !ExtensionBlocks.IsBlock(type));

    private static bool UsesFieldKeyword(IMethodSymbol accessor) =>
        accessor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().DescendantNodes().Any(node => node.IsKind(SyntaxKind.FieldExpression)));
}
