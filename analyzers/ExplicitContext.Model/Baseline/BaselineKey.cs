namespace ExplicitContext.Model.Baseline;

/// <summary>
/// What a finding is known by from one edit to the next: no file, no line, no local name. Two findings of one member may have the same key; they
/// are told apart by their number alone.
/// </summary>
/// <param name="Rule">The rule's ID.</param>
/// <param name="Member">The documentation ID of the containing member, or what <see cref="BaselineKeys"/> says in its place.</param>
/// <param name="Subject">What the finding is about, in the same words; empty where it is the member itself.</param>
public sealed record BaselineKey(string Rule, string Member, string Subject) : IComparable<BaselineKey>
{
    /// <summary>Begins the subject of a finding that is about a part of the member's declaration, such as a parameter, rather than about its body.</summary>
    public const char DeclarationMark = '@';

    /// <summary>Whether the member's declaration is at fault, and not what its body does.</summary>
    public bool IsOfDeclaration => Subject.Length == 0 || Subject[0] == DeclarationMark;

    /// <inheritdoc/>
    public int CompareTo(BaselineKey? other)
    {
        // The same order as that of the lines, since no character of a field comes before the space between them.
        var order = string.CompareOrdinal(Rule, other?.Rule);
        order = order != 0 ? order : string.CompareOrdinal(Member, other?.Member);
        return order != 0 ? order : string.CompareOrdinal(Subject, other?.Subject);
    }

    /// <summary>The key as a line of the file says it.</summary>
    public override string ToString() => Subject.Length == 0 ? $"{Rule} {Member}" : $"{Rule} {Member} {Subject}";
}
