using System.ComponentModel;

namespace ExplicitContext;

/// <summary>
/// Lists the members of an assembly from which ambient accessors of a type are reached, and the next member on the way there: those that other assemblies can
/// call, and what leads on from them. It is generated, never written by hand; the analyzers of whoever references the assembly read it.
/// </summary>
/// <param name="declaringType">The type that declares the accessors: the name of its assembly, a slash, its documentation ID.</param>
/// <param name="members">The members, one a line, grouped by their types. The first line is the version of the format.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class AmbientReachAttribute(string declaringType, string members) : Attribute
{
    /// <summary>The type that declares the accessors: the name of its assembly, a slash, its documentation ID.</summary>
    public string DeclaringType { get; } = declaringType;

    /// <summary>The members, one a line, grouped by their types. The first line is the version of the format.</summary>
    public string Members { get; } = members;
}
