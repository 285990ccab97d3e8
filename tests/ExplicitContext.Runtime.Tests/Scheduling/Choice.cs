namespace ExplicitContext.Runtime.Tests;

/// <summary>Who goes on: a thread that can, or one whose time is said to be up.</summary>
internal readonly record struct Choice(int Thread, bool IsTimeout)
{
    /// <summary>The form in which it stands in a schedule: 2, or ~2 for a timeout.</summary>
    public override string ToString() => IsTimeout ? $"~{Thread}" : $"{Thread}";
}
