using ExplicitContext.Model.Ambient;

namespace ExplicitContext.Model.Reach;

/// <summary>One direct use of an ambient accessor.</summary>
/// <param name="AccessorKey">The accessor; see <see cref="MemberKeys"/>.</param>
/// <param name="Usage">Read, write or both.</param>
/// <param name="Line">The line, from zero.</param>
/// <param name="Column">The column, from zero.</param>
public sealed record ReadSite(string AccessorKey, AmbientUsage Usage, int Line, int Column);
