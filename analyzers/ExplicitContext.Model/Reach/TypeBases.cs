namespace ExplicitContext.Model.Reach;

/// <summary>A type that a file declares, and everything that its instances are besides.</summary>
/// <param name="TypeKey">The type, as it is defined; see <see cref="MemberKeys"/>.</param>
/// <param name="BaseKeys">All its base types and interfaces, the inherited ones too, by the keys under which receivers look for them; in order.</param>
public sealed record TypeBases(string TypeKey, EquatableArray<string> BaseKeys);
