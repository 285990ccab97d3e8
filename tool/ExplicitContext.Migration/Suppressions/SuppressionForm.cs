namespace ExplicitContext.Migration.Suppressions;

/// <summary>How a finding is suppressed in the source.</summary>
public enum SuppressionForm
{
    /// <summary><c>#pragma warning disable</c>.</summary>
    Pragma,

    /// <summary><c>[SuppressMessage]</c>, on a symbol or for the assembly.</summary>
    Attribute,
}
