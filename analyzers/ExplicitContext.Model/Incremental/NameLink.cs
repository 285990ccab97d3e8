namespace ExplicitContext.Model.Incremental;

/// <summary>A name by which, without a body of its own, one of others is reached.</summary>
public sealed record NameLink(string Name, EquatableArray<string> Mentions);
