namespace ExplicitContext.Model.Incremental;

/// <summary>A name by which, without a body of its own, one of others is reached.</summary>
/// <param name="Name">The name.</param>
/// <param name="Mentions">The others.</param>
/// <param name="IsSameCall">Whether it is the same call under another name, with as many arguments.</param>
public sealed record NameLink(string Name, EquatableArray<string> Mentions, bool IsSameCall);
