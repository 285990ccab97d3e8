namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>All harm of one kind in one file.</summary>
internal sealed record StoredHarms(EquatableArray<StoredHarm> Items);
