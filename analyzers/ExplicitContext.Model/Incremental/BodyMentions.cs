using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Incremental;

/// <summary>A member that runs code.</summary>
/// <param name="Span">Where its body is, as <see cref="Reach.MemberBodies"/> delimits it.</param>
/// <param name="Names">The names under which it is called.</param>
/// <param name="Qualifier">The type without whose name, or a derived one's, it cannot be called; null where an instance leads to it.</param>
/// <param name="Mentions">The names in the body, and those that its constructs imply; also the types around it and what the file uses statically.</param>
public sealed record BodyMentions(TextSpan Span, EquatableArray<string> Names, string? Qualifier, EquatableArray<string> Mentions);
