using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Rewriting.Facts;

namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>A <see cref="ReadFact"/> as a value.</summary>
internal sealed record StoredRead(SymbolId Accessor, AmbientUsage Usage, Place Syntax, Place Site, SymbolId? Wanted, string Rest, CaptureObstacles Obstacles, bool IsCached);
