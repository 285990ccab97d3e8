using ExplicitContext.ChangeSignature;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ExplicitContext.CodeFixes;

/// <summary>Moves all reads of a scope up in one pass over the solution, so that callers and callees that both change fit together.</summary>
internal sealed class TakeContextFixAllProvider : FixAllProvider
{
    /// <summary>The provider; it has no state.</summary>
    public static TakeContextFixAllProvider Instance { get; } = new();

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var requests = new List<ContextRequest>();
        foreach (var (document, diagnostic) in await FixAllDiagnostics.OfAsync(context).ConfigureAwait(false))
        {
            if (await TakeContextCodeFixProvider.TargetAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { Request: { } request })
                requests.Add(request);
        }

        return requests.Count == 0
            ? null
            : CodeAction.Create(
                "Take the context as a parameter",
                cancellationToken => TakeContextCodeFixProvider.ApplyAsync(context.Solution, requests, cancellationToken),
                context.CodeActionEquivalenceKey);
    }
}
