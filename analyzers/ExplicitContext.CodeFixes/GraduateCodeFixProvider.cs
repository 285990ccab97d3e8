using System.Collections.Immutable;
using System.Composition;
using ExplicitContext.Analyzers;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.ChangeSignature.Graduating;
using ExplicitContext.Model;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.CodeFixes;

/// <summary>Fixes ECTX5004: the generated overload becomes source, and with it those that it calls.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GraduateCodeFixProvider))]
[Shared]
public sealed class GraduateCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.OverloadCanGraduate];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => GraduateFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await MemberAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } member
                && await GraduateOverloads.WithAsync(project, member, ContextsOfAsync, context.CancellationToken).ConfigureAwait(false) is { Count: > 0 } together)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        TitleOf(member, together.Count - 1),
                        cancellationToken => ApplyAsync(project.Solution, [new(project.Id, member)], cancellationToken),
                        RuleIds.OverloadCanGraduate),
                    diagnostic);
            }
        }
    }

    /// <summary>The documentation ID of the member that a finding is about.</summary>
    internal static async Task<string?> MemberAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var declaration = root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>();
        var symbol = declaration is null ? null : model?.GetDeclaredSymbol(declaration, cancellationToken);
        return ((symbol as IMethodSymbol)?.PartialDefinitionPart ?? (symbol as IPropertySymbol)?.PartialDefinitionPart ?? symbol)?.GetDocumentationCommentId();
    }

    /// <summary>The solution in which the members have graduated.</summary>
    internal static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<GraduationRequest> requests, CancellationToken cancellationToken) =>
        (await GraduateOverloads.ApplyAsync(solution, requests, ContextsOfAsync, cancellationToken).ConfigureAwait(false)).Solution;

    private static async Task<ContextModel> ContextsOfAsync(Project project, CancellationToken cancellationToken) =>
        ContextModels.Create((await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!, project.AnalyzerOptions, cancellationToken);

    private static string TitleOf(string member, int others)
    {
        var name = MemberNames.OfOperator(member.Split('(')[0].Split('.').Last()).Replace("#ctor", "constructor").Split('`')[0];
        return others == 0 ? $"Graduate '{name}'" : $"Graduate '{name}' and {(others == 1 ? "the member" : $"the {others} members")} that it needs";
    }
}
