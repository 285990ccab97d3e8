using ExplicitContext.Model.Ambient;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting;

/// <summary>
/// The name of the context parameter in one member. A local that only caches the ambient under that very name gives way to the parameter;
/// any other use of the name makes the parameter take the next free one.
/// </summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="CachingStatement">The statement that is left out, or null.</param>
internal sealed record ContextName(string Name, LocalDeclarationStatementSyntax? CachingStatement)
{
    public static ContextName For(MemberPlan plan)
    {
        var preferred = plan.Context.ParameterName;
        var used = new HashSet<string>(plan.Facts.Declaration.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);
        if (!used.Contains(preferred))
        {
            return new(preferred, null);
        }

        if (plan.Facts.Reads.Select(read => Cache(read.Read, plan)).OfType<LocalDeclarationStatementSyntax>().FirstOrDefault() is { } statement)
        {
            return new(preferred, statement);
        }

        var number = 1;
        while (used.Contains(preferred + number))
        {
            number++;
        }

        return new(preferred + number, null);
    }

    /// <summary><c>var tstate = ThreadState.Current;</c> at the top of the body, never assigned again, and the only meaning of the name.</summary>
    private static LocalDeclarationStatementSyntax? Cache(AmbientRead read, MemberPlan plan)
    {
        if (read.Accessor.ReplacedBy is not null
            || read.Syntax.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } declarator }
            || declarator.Identifier.ValueText != plan.Context.ParameterName
            || statement.UsingKeyword != default
            || statement.Parent?.Parent is not (BaseMethodDeclarationSyntax or AccessorDeclarationSyntax)
            || plan.Facts.Model.GetDeclaredSymbol(declarator) is not ILocalSymbol local)
        {
            return null;
        }

        var names = plan.Facts.Declaration.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == local.Name && token != declarator.Identifier);
        return names.All(token => token.Parent is IdentifierNameSyntax name && IsReadOf(local, plan.Facts.Model, name)) ? statement : null;
    }

    private static bool IsReadOf(ILocalSymbol local, SemanticModel model, IdentifierNameSyntax name) =>
        model.GetOperation(name) is ILocalReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Local, local)
        && AmbientUsages.Of(reference) == AmbientUsage.Read;
}
