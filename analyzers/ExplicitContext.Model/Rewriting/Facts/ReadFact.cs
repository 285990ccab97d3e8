using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Availability;
using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>
/// One ambient read in a body, and the widest context that can take its place: <c>ThreadState.Current.Interp</c> needs no thread, so whoever has the interpreter alone can
/// be the caller.
/// </summary>
/// <param name="Read">The read.</param>
/// <param name="Site">What the context takes the place of: the read, and the derivations behind it.</param>
/// <param name="Wanted">The context that takes its place; null where none is known.</param>
/// <param name="Rest">What is written behind the context.</param>
internal sealed record ReadFact(AmbientRead Read, SyntaxNode Site, ContextType? Wanted, string Rest)
{
    /// <summary>Why no context can be used there.</summary>
    public CaptureObstacles Obstacles { get; init; }

    /// <summary>Whether all that is done with the read is to keep it in a local, which gives way to a parameter of its name.</summary>
    public bool IsCached { get; init; }

    public static ReadFact From(IOperation operation, AmbientRead read, ContextModel contexts, ContextLookup lookup)
    {
        var wanted = lookup.WantedBy(read.Accessor);
        if (wanted is not null && read.Accessor.ReplacedBy is not null)
        {
            return OfReplacement(read, wanted, contexts);
        }

        var site = read.Syntax;
        for (var step = operation.Parent as IMemberReferenceOperation; wanted is not null && step?.Instance == operation; step = operation.Parent as IMemberReferenceOperation)
        {
            if (contexts.DerivationOf(step!.Member, wanted) is not { } wider || read.Usage != AmbientUsage.Read || AmbientUsages.Of(step) != AmbientUsage.Read)
            {
                break;
            }

            (wanted, site, operation) = (wider, step.Syntax, step);
        }

        return new(read, site, wanted, "");
    }

    private static ReadFact OfReplacement(AmbientRead read, ContextType wanted, ContextModel contexts)
    {
        var rest = read.Accessor.ReplacementFor("");
        while (NextName(rest) is { Length: > 0 } name && DerivationNamed(name, wanted, contexts) is { } wider)
        {
            (wanted, rest) = (wider, rest.Substring(name.Length + 1));
        }

        return new(read, read.Syntax, wanted, rest);
    }

    private static string NextName(string rest) =>
        rest.StartsWith(".", StringComparison.Ordinal) ? new([.. rest.Skip(1).TakeWhile(letter => char.IsLetterOrDigit(letter) || letter == '_')]) : "";

    private static ContextType? DerivationNamed(string name, ContextType origin, ContextModel contexts) =>
        origin.Type.GetMembers(name).Select(member => contexts.DerivationOf(member, origin)).FirstOrDefault(found => found is not null);
}
