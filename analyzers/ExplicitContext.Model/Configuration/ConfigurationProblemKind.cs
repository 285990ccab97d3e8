namespace ExplicitContext.Model.Configuration;

/// <summary>What can be wrong with a line of the configuration.</summary>
public enum ConfigurationProblemKind
{
    /// <summary>The documentation ID names nothing, though what would contain it is there, or it names what cannot be meant: ECTX0001.</summary>
    DoesNotResolve,

    /// <summary>
    /// Neither what the documentation ID names nor what would contain it is in the compilation: ECTX0001, unless the file is shared with projects that may know it.
    /// </summary>
    NotInSight,

    /// <summary>The line does not parse: ECTX0003.</summary>
    Malformed,

    /// <summary>The line has no effect, whatever the code: ECTX0002.</summary>
    NoEffect,
}
