namespace ExplicitContext.Model.Configuration;

/// <summary>What can be wrong with a line of the configuration.</summary>
public enum ConfigurationProblemKind
{
    /// <summary>The documentation ID names nothing in the compilation: ECTX0001.</summary>
    DoesNotResolve,

    /// <summary>The line does not parse: ECTX0003.</summary>
    Malformed,
}
