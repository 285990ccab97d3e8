namespace ExplicitContext.Migration.Analysis;

/// <summary>One member of the chain that leads from a call to the ambient.</summary>
/// <param name="Member">The member.</param>
/// <param name="Place">Where it is declared; null where that is in no loaded source.</param>
public sealed record ChainStep(CodeMember Member, CodePlace? Place);
