namespace ExplicitContext.Model.Reach.Inference;

/// <summary>What the bodies of one tree do. Each binding has a number of its own, so that equal numbers are the same result.</summary>
internal sealed record BoundTree(ulong Id, EquatableArray<MemberSummary> Members);
