using ExplicitContext.ChangeSignature.Planning;
using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature;

/// <summary>What moves an ambient read up by one member, as far as can be seen without looking at the rest of the solution.</summary>
/// <param name="Request">The request to change the member around the read; null where that is known not to work.</param>
/// <param name="Obstacle">Why, as one sentence; null where there is a request.</param>
/// <param name="KeepsSignature">Whether the member is public, so that its signature stays beside an overload.</param>
public sealed record ReadTarget(ContextRequest? Request, string? Obstacle, bool KeepsSignature)
{
    /// <summary>Looks at a read.</summary>
    /// <param name="read">The whole expression that reads the accessor.</param>
    /// <param name="model">The model of its file.</param>
    /// <param name="contexts">The contexts of its project.</param>
    /// <param name="options">What may be done.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static ReadTarget Of(SyntaxNode read, SemanticModel model, ContextModel contexts, ChangeOptions options, CancellationToken cancellationToken)
    {
        if (model.GetOperation(read, cancellationToken) is not { } operation || AmbientRead.From(operation, contexts) is not { } found)
            return Not("Nothing ambient is read here.");
        if (new ContextLookup(contexts).WantedBy(found.Accessor) is not { } context)
            return Not($"No context type is known that could replace '{found.Accessor.DisplayName}'.");
        if (BodyReads.ObstacleOf(found, operation) is { } used)
            return Not(used);
        if (EnclosingMember.Of(read, model) is not { Symbol: { } member })
            return Not(EnclosingMember.Of(read, model).Obstacle!);
        if (BodyReads.Sets(found))
            return Not($"'{MemberName.Of(member)}' sets the ambient itself, so it may not read the same one throughout.");
        if (FixedSignature.ReasonFor(member, contexts) is { } reason)
            return Not(reason);
        if (FixedSignature.HasTwin(member, context))
            return Not($"'{MemberName.Of(member)}' already has an overload that takes the context; call that.");
        var isPublic = options.KeepsPublicSignatures && PublicSurface.Includes(member);
        return isPublic && (PublicSurface.ReasonAgainstOverload(member) ?? ReasonAgainstForwarding(member, context, found.Accessor, contexts)) is { } obstacle
            ? Not(obstacle)
            : new(new(member, context), null, isPublic);
    }

    private static string? ReasonAgainstForwarding(IMethodSymbol member, ContextType context, AmbientAccessor read, ContextModel contexts) =>
        ContextParameter.AmbientOf(context, [read], contexts) is null ? $"No ambient accessor yields what the old signature of '{MemberName.Of(member)}' would have to hand on." : null;

    private static ReadTarget Not(string obstacle) => new(null, obstacle, KeepsSignature: false);
}
