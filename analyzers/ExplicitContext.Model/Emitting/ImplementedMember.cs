using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Emitting;

/// <summary>A partial member that is declared without a body, and what it is implemented by.</summary>
/// <param name="Member">The member.</param>
/// <param name="Declaration">Where it is declared.</param>
/// <param name="Model">Answers for that file.</param>
/// <param name="Bodies">An expression for a method, one for each accessor of a property or event; for a constructor, what it calls.</param>
internal sealed record ImplementedMember(ISymbol Member, MemberDeclarationSyntax Declaration, SemanticModel Model, ImmutableArray<(IMethodSymbol Method, string Expression)> Bodies)
{
    /// <summary>Writes a file for each part of a type that declares such members.</summary>
    /// <param name="members">The members.</param>
    /// <param name="what">What the files are called for, after the name of the type.</param>
    /// <param name="origin">What the members do, in the sentence "Members of 'X' that ...".</param>
    public static IEnumerable<GeneratedFile> Files(IEnumerable<ImplementedMember> members, string what, string origin) =>
        from ofType in members.GroupBy(member => member.Member.ContainingType, SymbolEqualityComparer.Default)
        let type = (INamedTypeSymbol)ofType.Key!
        from part in ofType.GroupBy(member => (TypeDeclarationSyntax)member.Declaration.Parent!)
            .OrderBy(part => part.Key.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(part => part.Key.SpanStart)
            .Select((part, position) => (part.Key, Members: part, Position: position))
        select new GeneratedFile(TypeParts.HintName(type, what + (part.Position == 0 ? "" : part.Position)), new ImplementedPart(part.Key, origin).Write(part.Members));
}
