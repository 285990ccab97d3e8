namespace Fuzz.Tests.Generation;

/// <summary>A member of a random program, as its callers know it.</summary>
/// <param name="Type">The type that declares it.</param>
/// <param name="Name">Its name; members of a group share one.</param>
/// <param name="Kind">What it is.</param>
internal sealed record RandomMember(string Type, string Name, MemberKind Kind);
