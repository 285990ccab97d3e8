namespace ExplicitContext.Model.Rewriting.Scopes;

/// <summary>Why an overload calls the original under a scope, as sentences.</summary>
internal static class ScopeReasons
{
    /// <summary>The ambient changes while the member runs.</summary>
    public const string Switching = "The ambient changes in it or in what it calls, so a context fixed at entry would miss the change.";
}
