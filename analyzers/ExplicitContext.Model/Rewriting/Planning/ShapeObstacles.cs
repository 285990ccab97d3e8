using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Texts;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>What stands against an overload in how things are declared, as whole sentences.</summary>
internal static class ShapeObstacles
{
    public static string? ReasonAgainst(BodyFacts facts) => CopiedText.IsSplitByDirectives(facts.Declaration)
        ? "conditional compilation splits its declaration. Move '#if' into the body, or around whole members."
        : null;

    public static string? ReasonAgainst(ContextType context) => context.Type.IsRefLikeType
        ? $"'{context.Type.Name}' is a ref struct, which no lambda, iterator or async method can hold. Make it a class."
        : null;
}
