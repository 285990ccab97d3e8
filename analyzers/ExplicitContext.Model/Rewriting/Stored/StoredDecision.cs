using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>A <see cref="Texts.CallDecision"/> as a value, with the call that it is about.</summary>
/// <param name="Call">The call, without its place.</param>
/// <param name="Context">The context that the overload takes to which it goes; null where there is none.</param>
/// <param name="Name">The name of that overload.</param>
/// <param name="Kind">What it is an overload of.</param>
/// <param name="Body">What it does.</param>
/// <param name="Reason">Why there is none.</param>
/// <param name="GroupReason">Why no lambda can take the place of a method group.</param>
internal sealed record StoredDecision(StoredCall Call, SymbolId? Context, string Name, MethodKind Kind, OverloadBody? Body, string? Reason, string? GroupReason);
