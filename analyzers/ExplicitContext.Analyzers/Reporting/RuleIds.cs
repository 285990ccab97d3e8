namespace ExplicitContext.Analyzers.Reporting;

/// <summary>The IDs of the rules. An ID never changes and is never used again.</summary>
public static class RuleIds
{
    /// <summary>A configuration entry names nothing in the compilation.</summary>
    public const string EntryDoesNotResolve = "ECTX0001";

    /// <summary>A line of the configuration does not parse.</summary>
    public const string MalformedLine = "ECTX0003";

    /// <summary>An ambient read though a context is available.</summary>
    public const string AmbientReadWithContext = "ECTX1001";

    /// <summary>An ambient read where no context is available.</summary>
    public const string AmbientReadWithoutContext = "ECTX1002";

    /// <summary>Mutable state of the whole process.</summary>
    public const string MutableStaticState = "ECTX1004";

    /// <summary>A call that does not pass the context in scope.</summary>
    public const string PassContextInScope = "ECTX2001";

    /// <summary>An object that is not shareable crosses interpreters.</summary>
    public const string UnshareableCrosses = "ECTX3004";

    /// <summary>A type is declared shareable, but it is not.</summary>
    public const string FalselyShareable = "ECTX3006";

    /// <summary>A variable is used after what it held was moved.</summary>
    public const string UsedAfterMove = "ECTX3007";

    /// <summary>A type that needs another part is not partial.</summary>
    public const string TypeIsNotPartial = "ECTX5001";

    /// <summary>A construct cannot be rewritten.</summary>
    public const string ConstructCannotBeRewritten = "ECTX5002";

    /// <summary>A generated overload would collide or make a call ambiguous.</summary>
    public const string OverloadWouldCollide = "ECTX5003";
}
