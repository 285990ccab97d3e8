using System.Collections.Immutable;
using ExplicitContext.Model;
using ExplicitContext.Model.Reach.Carrying;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.AmbientAccess;

/// <summary>What is said of a chain, whoever opens it: many calls open the same.</summary>
/// <param name="Callee">The member that opens it, as a message names it.</param>
/// <param name="Accessor">The accessor, as a message names it.</param>
/// <param name="Chain">The members in between, as a message names them.</param>
/// <param name="NextStep">What to do.</param>
/// <param name="Symbol">The accessor; null where it is not at hand.</param>
/// <param name="Locations">Where its members are declared.</param>
/// <param name="Keys">All its members, as a fix is told them.</param>
internal sealed record ReachDescription(string Callee, string Accessor, string Chain, string NextStep, AmbientAccessor? Symbol, ImmutableArray<Location> Locations, string Keys)
{
    public static ReachDescription Of(ReachChain chain, ReachedSymbols symbols) => new(
        ChainText.NameOf(chain.Members[0]),
        ChainText.NameOf(chain.AccessorKey),
        ChainText.Of(chain),
        symbols.NextStep(chain),
        symbols.AccessorOf(chain),
        symbols.LocationsOf(chain),
        string.Join("\n", chain.Members.Append(chain.AccessorKey)));
}
