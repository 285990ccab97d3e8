namespace ExplicitContext.Model.Ambient;

/// <summary>What is done with an ambient accessor.</summary>
[Flags]
public enum AmbientUsage
{
    /// <summary>Its value is taken.</summary>
    Read = 1,

    /// <summary>It is assigned.</summary>
    Write = 2,
}
