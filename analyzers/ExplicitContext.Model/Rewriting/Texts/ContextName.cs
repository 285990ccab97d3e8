using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>
/// The name of the context parameter in one member. A local that only caches the ambient under that very name gives way to the parameter;
/// any other use of the name makes the parameter take the next free one.
/// </summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="CachingStatement">The statement that is left out, or null.</param>
public sealed record ContextName(string Name, LocalDeclarationStatementSyntax? CachingStatement)
{
    /// <summary>The name in one declaration, given the ambient reads that yield just what the parameter holds.</summary>
    public static ContextName For(ContextType context, SyntaxNode declaration, SemanticModel model, IEnumerable<SyntaxNode> reads)
    {
        var used = UsedIn(declaration);
        return !used.Contains(context.ParameterName) ? new(context.ParameterName, null)
            : reads.Select(read => Cache(read, context, declaration, model)).OfType<LocalDeclarationStatementSyntax>().FirstOrDefault() is { } statement ? new(context.ParameterName, statement)
            : new(Names.Free(context.ParameterName, used.Contains), null);
    }

    /// <summary>The same, where it is known of the reads which are kept in a local.</summary>
    internal static ContextName For(ContextType context, SyntaxNode declaration, IEnumerable<ReadFact> reads)
    {
        var used = UsedIn(declaration);
        return !used.Contains(context.ParameterName) ? new(context.ParameterName, null)
            : reads.Where(read => read.IsCached).Select(read => CachedIn(read.Site)).FirstOrDefault(cache => cache is var (_, local) && local.Identifier.ValueText == context.ParameterName) is var (statement, _) ? new(context.ParameterName, statement)
            : new(Names.Free(context.ParameterName, used.Contains), null);
    }

    /// <summary>The name in an overload that does not copy the body, in which only the other parameters have names.</summary>
    public static ContextName ForHeader(ContextType context, IMethodSymbol member) =>
        new(Names.Free(context.ParameterName, member.Parameters.Select(parameter => parameter.Name).Append(member.Owner().Name).Contains), null);

    /// <summary>All identifiers that are written in a declaration, whatever they mean.</summary>
    public static ISet<string> UsedIn(SyntaxNode declaration) => new HashSet<string>(
        declaration.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);

    /// <summary><c>var tstate = ThreadState.Current;</c> at the top of the body, never assigned again, and the only meaning of the name.</summary>
    internal static bool IsCached(SyntaxNode read, SyntaxNode declaration, SemanticModel model)
    {
        if (CachedIn(read) is not var (_, declarator) || model.GetDeclaredSymbol(declarator) is not ILocalSymbol local)
        {
            return false;
        }

        var names = declaration.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == local.Name && token != declarator.Identifier);
        return names.All(token => token.Parent is IdentifierNameSyntax name && IsReadOf(local, model, name));
    }

    private static LocalDeclarationStatementSyntax? Cache(SyntaxNode read, ContextType context, SyntaxNode declaration, SemanticModel model) =>
        CachedIn(read) is var (statement, local) && local.Identifier.ValueText == context.ParameterName && IsCached(read, declaration, model) ? statement : null;

    private static (LocalDeclarationStatementSyntax Statement, VariableDeclaratorSyntax Local)? CachedIn(SyntaxNode read) =>
        read.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } declarator }
            && statement.UsingKeyword == default
            && statement.Parent?.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
            ? (statement, declarator)
            : null;

    private static bool IsReadOf(ILocalSymbol local, SemanticModel model, IdentifierNameSyntax name) =>
        model.GetOperation(name) is ILocalReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Local, local)
        && AmbientUsages.Of(reference) == AmbientUsage.Read;
}
