namespace ExplicitContext.Model.Incremental;

/// <summary>A body, with numbers for the names that matter.</summary>
/// <param name="Names">The names under which it is called.</param>
/// <param name="Family">Where it can be called only through a type's name: that type first, and those that derive from it.</param>
/// <param name="Mentions">The names that it mentions, in ascending order.</param>
internal sealed record NumberedBody(int[] Names, int[]? Family, int[] Mentions);
