namespace ExplicitContext.Model.Incremental;

/// <summary>A name as code says it.</summary>
/// <param name="Name">The name; see <see cref="ImpliedNames"/> for what has none.</param>
/// <param name="Receiver">On what it is said.</param>
/// <param name="Arguments">How many arguments are handed to it; <see cref="Unknown"/> where it is not called, or where that cannot be told.</param>
/// <param name="Type">The simple name of the type whose object it is said on, for <see cref="Receiver.Typed"/>.</param>
public readonly record struct Mention(string Name, Receiver Receiver = Receiver.Any, int Arguments = Mention.Unknown, string? Type = null)
{
    /// <summary>Any number of arguments.</summary>
    public const int Unknown = -1;
}
