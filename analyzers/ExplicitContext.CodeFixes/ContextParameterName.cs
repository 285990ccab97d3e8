using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;

namespace ExplicitContext.CodeFixes;

/// <summary>One parameter and the name that it should have, told in a way that outlasts the renaming of others.</summary>
/// <param name="Project">The project that declares it.</param>
/// <param name="Member">The documentation ID of its member.</param>
/// <param name="Ordinal">Its place.</param>
/// <param name="NewName">The name that it should have.</param>
internal sealed record ContextParameterName(ProjectId Project, string Member, int Ordinal, string NewName)
{
    /// <summary>The renaming, where the new name means nothing in the member yet; else null.</summary>
    public static ContextParameterName? Of(ProjectId project, IParameterSymbol parameter, string newName, CancellationToken cancellationToken) =>
        parameter.ContainingSymbol is IMethodSymbol { PartialDefinitionPart: null, PartialImplementationPart: null, DeclaringSyntaxReferences: [var declaration] } method
        && method.GetDocumentationCommentId() is { } member
        && declaration.GetSyntax(cancellationToken) is { } syntax
        && (syntax is not TypeDeclarationSyntax || method.ContainingType.DeclaringSyntaxReferences.Length == 1)
        && !IsTaken(newName, syntax)
            ? new(project, member, parameter.Ordinal, newName)
            : null;

    /// <summary>Renames the parameter in its member, in the arguments that name it and in documentation.</summary>
    public async Task<Solution> ApplyAsync(Solution solution, CancellationToken cancellationToken)
    {
        var compilation = await solution.GetProject(Project)!.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        return compilation is not null && DocumentationCommentId.GetFirstSymbolForDeclarationId(Member, compilation) is IMethodSymbol method
            ? await Renamer.RenameSymbolAsync(solution, method.Parameters[Ordinal], default(SymbolRenameOptions), NewName, cancellationToken).ConfigureAwait(false)
            : solution;
    }

    /// <summary>The names of arguments are those of the callee's parameters, and take nothing away.</summary>
    private static bool IsTaken(string name, SyntaxNode declaration) =>
        declaration.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent?.Parent is not NameColonSyntax);
}
