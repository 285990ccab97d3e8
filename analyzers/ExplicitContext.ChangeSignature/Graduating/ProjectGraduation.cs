using ExplicitContext.Model;
using ExplicitContext.Model.Rewriting;
using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>Graduates members of one project: plans, writes, verifies, and does without what would do harm.</summary>
internal sealed class ProjectGraduation(Project project, ContextModel contexts, CancellationToken cancellationToken)
{
    private readonly GraduationPlanner planner = new(project, contexts, cancellationToken);
    private IReadOnlyList<Graduation> graduations = [];
    private IReadOnlyList<(Document Document, MemberDeclarationSyntax Member, string Id)> orphans = [];

    public IEnumerable<string> Graduated => graduations.Select(graduation => graduation.Id);

    public IEnumerable<string> Removed => graduations.Where(graduation => graduation.IsRemoved).Select(graduation => graduation.Id).Concat(orphans.Select(orphan => orphan.Id));

    public IEnumerable<Refusal> Refusals => planner.Refusals;

    public async Task<Solution> ApplyAsync(IEnumerable<string> members)
    {
        var check = new GraduationCheck(contexts.Compilation, cancellationToken);
        graduations = planner.Plan(members);
        while (graduations.Count > 0)
        {
            await MarkRemovedAsync().ConfigureAwait(false);
            var draft = await GraduationDraft.WriteAsync(contexts.Compilation, graduations, [.. orphans.Select(orphan => (orphan.Document, orphan.Member))], cancellationToken).ConfigureAwait(false);
            var astray = check.Astray(draft, graduations);
            if (NameContexts(astray))
                continue;

            var harm = astray.Count > 0
                ? [.. astray.Select(pair => (pair.Graduation, $"What remains of '{pair.Graduation.Legacy.Name}' would call another member than its overload."))]
                : check.HarmOf(draft, graduations);
            if (harm.Count == 0)
                return draft.ApplyTo(project.Solution);
            graduations = planner.Without(graduations, harm);
        }

        return project.Solution;
    }

    /// <summary>Has shims name the context that they hand on; whether any did not do so already.</summary>
    private static bool NameContexts(IReadOnlyList<(Graduation Graduation, GraduatingPart Part)> astray)
    {
        var isAny = false;
        foreach (var (_, part) in astray.Where(pair => !pair.Part.IsNamed))
            isAny = part.IsNamed = true;
        return isAny;
    }

    /// <summary>Finds the legacy members that nobody will call, and the shims of before whose last callers go.</summary>
    private async Task MarkRemovedAsync()
    {
        var replaced = graduations.SelectMany(graduation => graduation.Parts.Where(part => part.LeavesShim).Select(part => (graduation.Document.Id, Span: part.Replaced))).ToLookup(pair => pair.Id, pair => pair.Span);
        var dead = new DeadShims(project.Solution, replaced, KeptByOverloads(), LateBoundInOverloads());
        foreach (var graduation in graduations)
            graduation.IsRemoved = IsWhole(graduation) && await dead.ContainsAsync(graduation.Legacy, contexts.Compilation, cancellationToken).ConfigureAwait(false);

        var found = new List<(Document, MemberDeclarationSyntax, string)>();
        foreach (var shim in graduations.SelectMany(graduation => graduation.Parts).SelectMany(part => Mentioned(part.Body)).Distinct<ISymbol>(SymbolEqualityComparer.Default))
        {
            if (ShimSyntax(shim) is { } member && project.GetDocument(member.SyntaxTree) is { } document
                && await dead.ContainsAsync(shim, contexts.Compilation, cancellationToken).ConfigureAwait(false))
            {
                found.Add((document, member, shim.GetDocumentationCommentId() ?? ""));
            }
        }

        orphans = found;
    }

    private HashSet<ISymbol> KeptByOverloads() => new(GeneratedOverloads.FilesIn(contexts.Compilation).SelectMany(file => Mentioned(file.GetRoot(cancellationToken))), SymbolEqualityComparer.Default);

    /// <summary>The names in generated code that only the run binds.</summary>
    private HashSet<string> LateBoundInOverloads() => new(
        from file in GeneratedOverloads.FilesIn(contexts.Compilation)
        let model = contexts.Compilation.GetSemanticModel(file)
        from name in file.GetRoot(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>()
        where DeadShims.IsUnbound(model.GetSymbolInfo(name, cancellationToken))
        select name.Identifier.ValueText,
        StringComparer.Ordinal);

    private IEnumerable<ISymbol> Mentioned(SyntaxNode code) => MentionedMembers.In(code, contexts.Compilation.GetSemanticModel(code.SyntaxTree), cancellationToken);

    /// <summary>Whether nothing of the legacy member is left: of a property, both accessors become shims.</summary>
    private static bool IsWhole(Graduation graduation) => graduation.Parts.All(part => part.LeavesShim) &&
        (graduation.Legacy is not IPropertySymbol property || graduation.Parts.Length == new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>().Count());

    /// <summary>The declaration of what graduated before: an entry point that does nothing but call its overload.</summary>
    private MemberDeclarationSyntax? ShimSyntax(ISymbol member)
    {
        var method = (member as IPropertySymbol)?.GetMethod ?? member as IMethodSymbol;
        if (method is null || !SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, contexts.Compilation.Assembly) || !contexts.IsEntryPoint(member) || (member is IPropertySymbol { SetMethod: not null }))
            return null;
        var twins = Twins.Of(method, contexts).Select(twin => twin.Overload).ToList();
        var declaration = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as MemberDeclarationSyntax;
        var call = declaration switch
        {
            MethodDeclarationSyntax { ExpressionBody.Expression: var expression } => expression,
            PropertyDeclarationSyntax { ExpressionBody.Expression: var expression } => expression,
            _ => null,
        };
        call = (call as RefExpressionSyntax)?.Expression ?? call;
        return call is InvocationExpressionSyntax
            && contexts.Compilation.GetSemanticModel(call.SyntaxTree).GetSymbolInfo(call, cancellationToken).Symbol is { } called
            && twins.Contains(called.OriginalDefinition, SymbolEqualityComparer.Default)
            ? declaration
            : null;
    }
}
