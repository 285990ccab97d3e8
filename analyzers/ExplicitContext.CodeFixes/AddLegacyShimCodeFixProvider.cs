using System.Collections.Immutable;
using System.Composition;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace ExplicitContext.CodeFixes;

/// <summary>Fixes ECTX2005: the legacy signature is added again, as an entry point that hands on the ambient context.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddLegacyShimCodeFixProvider))]
[Shared]
public sealed class AddLegacyShimCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.PublicApiTakesContext];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FixAsync(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false) is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Add the overload without the context",
                        async cancellationToken => await FixAsync(context.Document, [diagnostic], cancellationToken).ConfigureAwait(false) ?? context.Document,
                        RuleIds.PublicApiTakesContext),
                    diagnostic);
            }
        }
    }

    private static async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return null;

        var editor = new SyntaxEditor(root, document.Project.Solution.Services);
        var changed = false;
        foreach (var diagnostic in diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { } member
                && ShimFor(member, diagnostic, model, cancellationToken) is { } shim)
            {
                editor.InsertAfter(member, shim);
                changed = true;
            }
        }

        return changed ? document.WithSyntaxRoot(editor.GetChangedRoot()) : null;
    }

    private static MemberDeclarationSyntax? ShimFor(BaseMethodDeclarationSyntax member, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Context, out var accessor) || accessor is null
            || !diagnostic.Properties.TryGetValue(FixProperties.Parameter, out var parameter) || parameter is null
            || model.GetDeclaredSymbol(member, cancellationToken) is not IMethodSymbol symbol)
        {
            return null;
        }

        var end = member.SyntaxTree.GetText(cancellationToken).Lines[0] is { } first && first.EndIncludingLineBreak - first.End == 2 ? "\r\n" : "\n";
        var indentation = string.Concat(member.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Select(trivia => trivia.ToString()));
        var read = Shortened(accessor, member, model);
        var text = LegacyShim.For(member, parameter, read, symbol, Marker(member, model))?.ToFullString();
        return text is null
            ? null
            : SyntaxFactory.ParseMemberDeclaration(end + string.Concat(text.Split('\n').Select(line => indentation + line + end)));
    }

    /// <summary>Without the marker the shim itself would be an ambient read; a code base that declares its entry points in a file has no attribute to write.</summary>
    private static string Marker(SyntaxNode member, SemanticModel model)
    {
        const string FullName = KnownAttributes.Namespace + "." + KnownAttributes.ContextEntry;
        if (model.Compilation.GetTypeByMetadataName(FullName) is not { } attribute)
            return "";
        var name = attribute.ToMinimalDisplayString(model, member.SpanStart);
        return $"[{name.Substring(0, name.Length - "Attribute".Length)}]\n";
    }

    private static string Shortened(string accessor, SyntaxNode member, SemanticModel model)
    {
        var dot = accessor.LastIndexOf('.');
        return model.GetSpeculativeSymbolInfo(member.SpanStart, SyntaxFactory.ParseTypeName(accessor.Substring(0, dot)), SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol is ITypeSymbol type
            ? type.ToMinimalDisplayString(model, member.SpanStart) + accessor.Substring(dot)
            : accessor;
    }
}
