namespace ExplicitContext.Model.Incremental;

/// <summary>A <see cref="Mention"/> with numbers for its name and type; a type that is not declared here has none.</summary>
internal readonly record struct NumberedMention(int Name, Receiver Receiver, int Arguments, int Type);
