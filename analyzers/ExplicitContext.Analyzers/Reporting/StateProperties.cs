namespace ExplicitContext.Analyzers.Reporting;

/// <summary>The names under which ECTX1004 carries its classification, for reports.</summary>
public static class StateProperties
{
    /// <summary>What makes the member able to change: a name of <see cref="Model.StaticState.StaticShape"/>.</summary>
    public const string Shape = "Shape";

    /// <summary>What it is there for: a name of <see cref="Model.StaticState.StaticKind"/>.</summary>
    public const string Kind = "Kind";

    /// <summary>Where it should live: a name of <see cref="Model.StaticState.StateHome"/>.</summary>
    public const string Home = "Home";

    /// <summary>How sure that is: a name of <see cref="Model.StaticState.Certainty"/>.</summary>
    public const string Certainty = "Certainty";

    /// <summary>Why, as a clause.</summary>
    public const string Reason = "Reason";
}
