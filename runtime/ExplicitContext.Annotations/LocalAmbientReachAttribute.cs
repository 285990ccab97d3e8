using System.ComponentModel;
using System.Diagnostics;

namespace ExplicitContext;

/// <summary>
/// Lists, as <see cref="AmbientReachAttribute"/> does, the members that only the assembly itself can call. It is generated, never written by hand;
/// the analyzers of the same compilation read it, and the compiler leaves it out of the binary.
/// </summary>
/// <param name="declaringType">The type that declares the accessors: the name of its assembly, a slash, its documentation ID.</param>
/// <param name="members">The members, one a line, grouped by their types. The first line is the version of the format.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[Conditional("EXPLICIT_CONTEXT_LOCAL_REACH")]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class LocalAmbientReachAttribute(string declaringType, string members) : Attribute
{
    /// <summary>The type that declares the accessors: the name of its assembly, a slash, its documentation ID.</summary>
    public string DeclaringType { get; } = declaringType;

    /// <summary>The members, one a line, grouped by their types. The first line is the version of the format.</summary>
    public string Members { get; } = members;
}
