using ExplicitContext.Migration.Suppressions;

namespace ExplicitContext.Migration.Inventory;

/// <summary>A pragma or an attribute that suppresses nothing any more.</summary>
/// <param name="Rule">The ID of the rule.</param>
/// <param name="Form">How it suppresses.</param>
/// <param name="Place">Where it stands.</param>
public sealed record IdleSuppression(string Rule, SuppressionForm Form, SourcePlace Place);
