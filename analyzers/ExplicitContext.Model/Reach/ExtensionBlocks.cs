using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Reach;

/// <summary>A member of an extension block can be called by the static method that the compiler makes of it, too; it is one member with one body.</summary>
internal static class ExtensionBlocks
{
    /// <summary>The member that a person wrote for a static method of a compiler's making; any other method as it is.</summary>
    public static IMethodSymbol Written(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (definition is not { IsStatic: true, IsImplicitlyDeclared: true, ContainingType: { IsStatic: true } holder, DeclaringSyntaxReferences: [var reference, ..] })
        {
            return method;
        }

        return holder.GetTypeMembers()
            .SelectMany(block => block.GetMembers(definition.Name))
            .OfType<IMethodSymbol>()
            .FirstOrDefault(member => member.DeclaringSyntaxReferences is [var written, ..] && written.Span == reference.Span && written.SyntaxTree == reference.SyntaxTree) ?? method;
    }
}
