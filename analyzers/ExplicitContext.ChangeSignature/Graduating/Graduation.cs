using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>One legacy member on its way: what stands in its place afterwards.</summary>
/// <param name="Legacy">The method, constructor or property.</param>
/// <param name="Declaration">Its declaration, that with the body where there are two.</param>
/// <param name="Document">Where that stands.</param>
/// <param name="Parts">What of it has overloads: itself, or its accessors.</param>
internal sealed record Graduation(ISymbol Legacy, MemberDeclarationSyntax Declaration, Document Document, ImmutableArray<GraduatingPart> Parts)
{
    /// <summary>The part without a body, of a partial method that has one.</summary>
    public MemberDeclarationSyntax? OtherPart { get; init; }

    public string Id { get; } = Legacy.GetDocumentationCommentId() ?? "";

    /// <summary>The members whose generated overloads this one's overloads call, or must look like.</summary>
    public HashSet<Graduation> Needs { get; } = [];

    /// <summary>Whether nobody calls the legacy member any more, so that it goes.</summary>
    public bool IsRemoved { get; set; }

    /// <summary>The declarations of the overloads in the generated files.</summary>
    public IEnumerable<MemberDeclarationSyntax> Overloads => Parts.SelectMany(part => part.Bridges.Prepend(part.OverloadSyntax)).Distinct();
}
