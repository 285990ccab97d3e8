namespace ExplicitContext.Model.Ambient;

/// <summary>A static member that only forwards to an ambient accessor, and so is one itself.</summary>
/// <param name="Accessor">The member as an accessor; what replaces its reads follows from what it forwards to.</param>
/// <param name="Target">The declared accessor at the end.</param>
public sealed record AmbientForwarder(AmbientAccessor Accessor, AmbientAccessor Target);
