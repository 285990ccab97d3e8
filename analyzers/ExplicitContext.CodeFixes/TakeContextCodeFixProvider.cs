using System.Collections.Immutable;
using System.Composition;
using ExplicitContext.Analyzers;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.ChangeSignature;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ExplicitContext.CodeFixes;

/// <summary>Fixes ECTX1002: the member takes the context as a parameter, and its callers hand it on. The read moves up by one member.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeContextCodeFixProvider))]
[Shared]
public sealed class TakeContextCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.AmbientReadWithoutContext];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => TakeContextFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await TargetAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { Request: { } request } target)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        TitleOf(request, target.KeepsSignature),
                        cancellationToken => ApplyAsync(context.Document.Project.Solution, [request], cancellationToken),
                        RuleIds.AmbientReadWithoutContext),
                    diagnostic);
            }
        }
    }

    /// <summary>What would have to change for one finding.</summary>
    internal static async Task<ReadTarget?> TargetAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return null;
        var contexts = await ContextsOfAsync(document.Project, cancellationToken).ConfigureAwait(false);
        return ReadTarget.Of(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), model, contexts, new ChangeOptions(), cancellationToken);
    }

    /// <summary>The solution in which the members take their contexts.</summary>
    internal static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<ContextRequest> requests, CancellationToken cancellationToken) =>
        (await AddContextParameter.ApplyAsync(solution, requests, ContextsOfAsync, new ChangeOptions(), cancellationToken).ConfigureAwait(false)).Solution;

    private static async Task<ContextModel> ContextsOfAsync(Project project, CancellationToken cancellationToken) =>
        ContextModels.Create((await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!, project.AnalyzerOptions, cancellationToken);

    private static string TitleOf(ContextRequest request, bool keepsSignature)
    {
        var member = request.Member.MethodKind == MethodKind.Constructor ? request.Member.ContainingType.Name : request.Member.Name;
        return $"Take '{request.Context.Type.Name} {request.Context.ParameterName}' as a parameter of '{member}'{(keepsSignature ? ", and keep the old signature" : "")}";
    }
}
