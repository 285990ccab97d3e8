using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.StaticState;

/// <summary>Where a type names what, in all its parts and nested types. Safe for concurrent use.</summary>
/// <param name="read">Takes a file up, or remembers what was learned of it; safe for concurrent use.</param>
internal sealed class NamesInTypes(Func<SyntaxTree, NamesInFile> read)
{
    /// <summary>Every place in the type that says the name; declarations aside.</summary>
    public IEnumerable<IdentifierNameSyntax> Of(INamedTypeSymbol type, string name) =>
        type.DeclaringSyntaxReferences.SelectMany(part => read(part.SyntaxTree).Of(name, part.Span));
}
