using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>What the initialiser of a field, property or event does, which a constructor runs before its own body.</summary>
/// <param name="Held">The field, property or event.</param>
/// <param name="Reads">Its ambient reads.</param>
/// <param name="Calls">The members that it calls.</param>
internal sealed record InitialiserFact(ISymbol Held, IReadOnlyList<ReadFact> Reads, IReadOnlyList<CallFact> Calls)
{
    /// <summary>The initialiser in the source, or null where a member has none.</summary>
    public static EqualsValueClauseSyntax? Of(ISymbol held, CancellationToken cancellationToken) =>
        held.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        }).FirstOrDefault(initialiser => initialiser is not null);
}
