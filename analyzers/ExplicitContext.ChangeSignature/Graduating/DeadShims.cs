using ExplicitContext.ChangeSignature.Planning;
using ExplicitContext.Model;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>
/// Finds the legacy members that nobody would call any more. In doubt a member stays: where others see it, where a dispatch, an attribute or the language may call it, and
/// where its name stands in a text.
/// </summary>
/// <param name="solution">The solution before the change.</param>
/// <param name="replaced">What a change takes away of each file.</param>
/// <param name="kept">The members that generated overloads go on using.</param>
/// <param name="lateBound">The names in them that only the run binds.</param>
internal sealed class DeadShims(Solution solution, ILookup<DocumentId, TextSpan> replaced, ISet<ISymbol> kept, ISet<string> lateBound)
{
    private static readonly HashSet<string> CalledByTheLanguage = new(StringComparer.Ordinal)
    {
        "Add", "AppendFormatted", "AppendLiteral", "Deconstruct", "Dispose", "DisposeAsync", "GetAsyncEnumerator", "GetAwaiter", "GetEnumerator", "GetPinnableReference", "GetResult",
        "IsCompleted", "Current", "MoveNext", "MoveNextAsync", "Length", "Count", "Slice", "Cast", "Select", "SelectMany", "Where", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending",
        "GroupBy", "GroupJoin", "Join", "Main", "ToString", "Invoke",
    };

    /// <summary>Whether a legacy member can go.</summary>
    public async Task<bool> ContainsAsync(ISymbol legacy, Compilation compilation, CancellationToken cancellationToken)
    {
        if (!CanGo(legacy) || kept.Contains(legacy) || lateBound.Contains(legacy.Name) || (IsSeenByFriends(legacy) && HasForeignFriends(compilation)))
            return false;
        foreach (var project in solution.Projects.Where(project => project.Language == LanguageNames.CSharp))
        {
            foreach (var document in project.Documents)
            {
                if (await IsUsedInAsync(document, legacy, cancellationToken).ConfigureAwait(false))
                    return false;
            }
        }

        var found = await SymbolFinder.FindReferencesAsync(legacy, solution, cancellationToken).ConfigureAwait(false);
        return found.SelectMany(reference => reference.Locations).All(location =>
            (location.Document is SourceGeneratedDocument && location.Location.SourceTree is { } tree && GeneratedOverloads.IsFile(tree)) || IsReplaced(location.Document, location.Location.SourceSpan));
    }

    private static bool CanGo(ISymbol legacy) =>
        legacy is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsExtern: false, PartialImplementationPart: null, PartialDefinitionPart: null } or IPropertySymbol { IsIndexer: false, PartialImplementationPart: null, PartialDefinitionPart: null }
        && !(legacy.IsVirtual || legacy.IsOverride || legacy.IsAbstract)
        && legacy.ContainingType.TypeKind != TypeKind.Interface
        && !ExtensionBlocks.IsBlock(legacy.ContainingType)
        && !legacy.IsExternallyVisible()
        && !CalledByTheLanguage.Contains(legacy.Name)
        && DrivingAttributes.NameOn(legacy) is null
        && legacy is not IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: false } and not IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false }
        && !SourceTypes.Of(legacy.ContainingAssembly).Any(type => Implements(type, legacy));

    /// <summary>Whether a member does what an interface demands of its type, or of one that inherits it.</summary>
    private static bool Implements(INamedTypeSymbol type, ISymbol legacy) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && type.AllInterfaces.SelectMany(implemented => implemented.GetMembers(legacy.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member)?.OriginalDefinition, legacy));

    private static bool IsSeenByFriends(ISymbol legacy) => legacy.IsExternallyVisible(toFriends: true);

    /// <summary>Whether assemblies outside of the solution see the internals.</summary>
    private bool HasForeignFriends(Compilation compilation) =>
        compilation.Assembly.GetAttributes().Where(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute")
            .Select(attribute => (attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "").Split(',')[0].Trim())
            .Any(friend => solution.Projects.All(project => project.AssemblyName != friend));

    /// <summary>What no search for references sees: texts that hold the name, and uses that only the run binds.</summary>
    private async Task<bool> IsUsedInAsync(Document document, ISymbol legacy, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (!text.ToString().Contains(legacy.Name))
            return false;
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        foreach (var token in root.DescendantTokens(descendIntoTrivia: true))
        {
            if (IsText(token) && token.ValueText.Contains(legacy.Name))
                return true;
            if (!token.IsKind(SyntaxKind.IdentifierToken) || token.ValueText != legacy.Name || token.Parent is not SimpleNameSyntax name || IsReplaced(document, name.Span))
                continue;
            var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
            var info = model.GetSymbolInfo(name, cancellationToken);
            if (IsUnbound(info) || (info.Symbol is null && info.CandidateSymbols.Any(candidate => IsSame(candidate, legacy))))
                return true;
        }

        return false;
    }

    /// <summary>Whether the compiler leaves to the run what a name means, or does not know it.</summary>
    public static bool IsUnbound(SymbolInfo info) => info.Symbol is null && (info.CandidateReason == CandidateReason.LateBound || info.CandidateSymbols.IsEmpty);

    private static bool IsText(SyntaxToken token) =>
        token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken) || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken)
        || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) || token.IsKind(SyntaxKind.Utf8StringLiteralToken);

    private static bool IsSame(ISymbol one, ISymbol other) => one.OriginalDefinition.GetDocumentationCommentId() == other.GetDocumentationCommentId();

    private bool IsReplaced(Document document, TextSpan span) => replaced[document.Id].Any(gone => gone.Contains(span));
}
