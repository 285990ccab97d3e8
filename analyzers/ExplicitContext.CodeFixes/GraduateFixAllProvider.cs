using ExplicitContext.ChangeSignature.Graduating;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ExplicitContext.CodeFixes;

/// <summary>Graduates all members of a scope in one pass.</summary>
internal sealed class GraduateFixAllProvider : FixAllProvider
{
    /// <summary>The provider; it has no state.</summary>
    public static GraduateFixAllProvider Instance { get; } = new();

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var requests = new List<GraduationRequest>();
        foreach (var (document, diagnostic) in await FixAllDiagnostics.OfAsync(context).ConfigureAwait(false))
        {
            if (await GraduateCodeFixProvider.MemberAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } member)
                requests.Add(new(document.Project.Id, member));
        }

        return requests.Count == 0
            ? null
            : CodeAction.Create(
                "Graduate the generated overloads",
                cancellationToken => GraduateCodeFixProvider.ApplyAsync(context.Solution, requests, cancellationToken),
                context.CodeActionEquivalenceKey);
    }
}
