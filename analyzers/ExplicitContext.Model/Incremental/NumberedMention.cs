namespace ExplicitContext.Model.Incremental;

/// <summary>A <see cref="Mention"/> with the number of its name.</summary>
internal readonly record struct NumberedMention(int Name, Receiver Receiver, int Arguments);
