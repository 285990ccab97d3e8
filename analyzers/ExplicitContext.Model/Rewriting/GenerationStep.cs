namespace ExplicitContext.Model.Rewriting;

/// <summary>What is done for one member.</summary>
public enum GenerationStep
{
    /// <summary>Its body is bound, and what concerns contexts is noted.</summary>
    Reading,

    /// <summary>It is decided what becomes of it.</summary>
    Planning,

    /// <summary>The sites in its body are rewritten, and its overload is put together.</summary>
    Writing,
}
