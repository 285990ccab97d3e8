namespace ExplicitContext.Model.Incremental;

/// <summary>
/// What a file declares and mentions, by names alone. Nothing is bound, so it depends on the text of the file only; it holds nothing of the tree.
/// </summary>
/// <param name="Declarations">Every declared name with a hash of all that other files can see of it.</param>
/// <param name="Headers">The types and aliases: what their members' meaning may depend on.</param>
/// <param name="Bodies">Every member that runs code.</param>
/// <param name="Links">Names that stand for others: aliases, base types, collection builders.</param>
/// <param name="Mentions">Every name in the file, and every name that its constructs imply.</param>
/// <param name="GlobalMentions">The names in global usings, which every file of the compilation mentions thereby.</param>
/// <param name="Accessors">The members with an attribute that is called <c>AmbientAccessor</c>.</param>
/// <param name="DeclarationHash">A hash of everything outside of bodies.</param>
public sealed record TreeFacts(
    EquatableArray<DeclaredName> Declarations,
    EquatableArray<TypeHeader> Headers,
    EquatableArray<BodyMentions> Bodies,
    EquatableArray<NameLink> Links,
    EquatableArray<string> Mentions,
    EquatableArray<string> GlobalMentions,
    EquatableArray<ReachableName> Accessors,
    ulong DeclarationHash);
