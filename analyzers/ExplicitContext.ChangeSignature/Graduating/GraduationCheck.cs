using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>Holds a draft against the compilation before it: no error is new, and each shim calls its own overload.</summary>
internal sealed class GraduationCheck(Compilation before, CancellationToken cancellationToken)
{
    private readonly Lazy<ILookup<string, Diagnostic>> known = new(() => Errors(before, cancellationToken).ToLookup(KeyOf, StringComparer.Ordinal));

    /// <summary>The members that would do harm, each with the reason.</summary>
    public IReadOnlyList<(Graduation Graduation, string Reason)> HarmOf(GraduationDraft draft, IReadOnlyList<Graduation> graduations)
    {
        var harm = new List<(Graduation, string)>();
        foreach (var errors in Errors(draft.Compilation, cancellationToken).GroupBy(KeyOf, StringComparer.Ordinal).Where(group => group.Count() > known.Value[group.Key].Count()))
        {
            foreach (var error in errors)
            {
                var reason = $"The result would not compile: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture).TrimEnd('.')} ({error.Id}).";
                harm.AddRange(CausesOf(error, graduations).Select(graduation => (graduation, reason)));
            }
        }

        return harm;
    }

    /// <summary>The parts whose shims would call something else than their overloads.</summary>
    public IReadOnlyList<(Graduation Graduation, GraduatingPart Part)> Astray(GraduationDraft draft, IReadOnlyList<Graduation> graduations) =>
    [
        .. from graduation in graduations
           where !graduation.IsRemoved
           from part in graduation.Parts
           where part.LeavesShim && !CallsItsOverload(part, draft.Compilation)
           select (graduation, part),
    ];

    private bool CallsItsOverload(GraduatingPart part, Compilation compilation)
    {
        var ids = part.Overload.ExplicitInterfaceImplementations.Select(declared => declared.OriginalDefinition).Append(part.Overload).Select(called => called.GetDocumentationCommentId()).ToList();
        if (SameIn(compilation, part.Legacy) is not { } shim)
            return false;
        shim = shim.PartialImplementationPart ?? shim;
        return shim.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is { } code
            && MentionedMembers.In(code, compilation.GetSemanticModel(code.SyntaxTree), cancellationToken).Any(member => ids.Contains(member.GetDocumentationCommentId()));
    }

    /// <summary>The member in another compilation. By its ID alone, an implementation of a generic interface would not be found.</summary>
    private static IMethodSymbol? SameIn(Compilation compilation, IMethodSymbol legacy) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId((ExtensionBlocks.IsBlock(legacy.ContainingType) ? legacy.ContainingType.ContainingType : legacy.ContainingType).GetDocumentationCommentId() ?? "", compilation) is INamedTypeSymbol type
            ? (ExtensionBlocks.IsBlock(legacy.ContainingType) ? type.GetTypeMembers().Where(ExtensionBlocks.IsBlock).SelectMany(block => block.GetMembers(legacy.Name)) : type.GetMembers(legacy.Name)).OfType<IMethodSymbol>().FirstOrDefault(member => member.GetDocumentationCommentId() == legacy.GetDocumentationCommentId())
            : null;

    /// <summary>The members in whose type and file an error is, as far as it names one of them; else all in the file; else all.</summary>
    private static IEnumerable<Graduation> CausesOf(Diagnostic error, IReadOnlyList<Graduation> graduations)
    {
        var message = error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        var around = error.Location.SourceTree?.GetRoot().FindNode(error.Location.SourceSpan).AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault();
        var inFile = graduations.Where(graduation => graduation.Declaration.SyntaxTree.FilePath == error.Location.SourceTree?.FilePath).ToList();
        var atPlace = inFile.Where(graduation => around is not null && NamesOf(graduation).Contains(NameOf(around))).ToList();
        var named = graduations.Where(graduation => NamesOf(graduation).Any(message.Contains)).ToList();
        return atPlace.Count > 0 ? atPlace : named.Count > 0 ? named : inFile.Count > 0 ? inFile : graduations;
    }

    private static IEnumerable<string> NamesOf(Graduation graduation) => graduation.Overloads.Select(NameOf).Append(NameOf(graduation.Declaration)).Where(name => name.Length > 0);

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        IndexerDeclarationSyntax => "this",
        _ => "",
    };

    private static IEnumerable<Diagnostic> Errors(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !diagnostic.IsSuppressed);

    private static string KeyOf(Diagnostic error) => $"{error.Id} {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
}
