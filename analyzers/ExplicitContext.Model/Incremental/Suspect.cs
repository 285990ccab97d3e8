namespace ExplicitContext.Model.Incremental;

/// <summary>A part that may call what is searched for.</summary>
/// <param name="Tree">The position of its file.</param>
/// <param name="Body">Its position in the file.</param>
/// <param name="Name">The name that it mentions, if a look at what the name is said on can clear it; else <see cref="Sure"/>.</param>
internal readonly record struct Suspect(int Tree, int Body, int Name)
{
    /// <summary>No name: nothing can clear it.</summary>
    public const int Sure = -1;
}
