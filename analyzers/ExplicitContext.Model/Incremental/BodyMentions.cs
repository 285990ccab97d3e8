using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Incremental;

/// <summary>A part of a member that runs code.</summary>
/// <param name="Span">Where it is; see <see cref="BodyPart"/>.</param>
/// <param name="Names">The names under which the member is called.</param>
/// <param name="Qualifier">The type without whose name, or a derived one's, it cannot be called; null where an instance leads to it.</param>
/// <param name="Type">The type outside of whose relatives it cannot be called without a receiver; null where it can, as an extension or a constructor.</param>
/// <param name="Arguments">With how many arguments it can be called.</param>
/// <param name="Mentions">The names in the part, and those that its constructs imply.</param>
/// <param name="Around">The types around it, and what the file uses statically.</param>
public sealed record BodyMentions(
    TextSpan Span, EquatableArray<string> Names, string? Qualifier, string? Type, ArgumentRange Arguments, EquatableArray<Mention> Mentions, EquatableArray<string> Around);
