namespace ExplicitContext.Model.Rewriting;

/// <summary>Something that could not be generated: a value, so that it can travel from the generator to the analyzers.</summary>
/// <param name="Rule">The rule that reports it.</param>
/// <param name="Symbol">The documentation ID of the member or type to report at.</param>
/// <param name="Offset">Characters from the start of the declaration; negative for the declared name.</param>
/// <param name="Length">How many characters.</param>
/// <param name="Message">What cannot be done and what to do about it.</param>
public sealed record GenerationFinding(string Rule, string Symbol, int Offset, int Length, string Message)
{
    /// <summary>A type, or one around it, is not partial.</summary>
    public const string NotPartial = "ECTX5001";

    /// <summary>A construct cannot be rewritten.</summary>
    public const string CannotRewrite = "ECTX5002";

    /// <summary>The overload would collide with a member, or change what a call means.</summary>
    public const string WouldCollide = "ECTX5003";

    /// <summary>The overload has a name of its own, since the usual one would change what something means.</summary>
    public const string HasOwnName = "ECTX5005";

    /// <summary>A member is marked <c>[PassContext]</c>, and no ambient accessor is reached from it.</summary>
    public const string NothingToPass = "ECTX5006";
}
