using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Reach.Inference;

/// <summary>What one run has at hand of a tree in which it binds something, round after round; one thread at a time.</summary>
internal sealed record OpenTree(SemanticModel Model, MemberKeys Keys);
