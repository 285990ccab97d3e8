using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>A family of members, and the parameters that they get together.</summary>
internal sealed class SignatureChange(IReadOnlyList<Declaration> declarations, bool keepsLegacy)
{
    /// <summary>Every place where a member of the family is declared.</summary>
    public IReadOnlyList<Declaration> Declarations { get; } = declarations;

    /// <summary>Whether the old signature stays and forwards to an overload.</summary>
    public bool KeepsLegacy { get; } = keepsLegacy;

    /// <summary>The members that were asked for.</summary>
    public List<IMethodSymbol> Requested { get; } = [];

    /// <summary>The parameters, in their order.</summary>
    public List<ContextParameter> Parameters { get; } = [];

    /// <summary>Where the members are referred to.</summary>
    public IReadOnlyList<Reference> References { get; set; } = [];

    /// <summary>The calls that bind to the member only if the argument is named.</summary>
    public HashSet<Place> Named { get; } = [];

    /// <summary>The members, each once.</summary>
    public IEnumerable<IMethodSymbol> Members => Declarations.Select(declaration => declaration.Member).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default);

    /// <summary>The name by which source refers to the members.</summary>
    public string Name => MemberName.Simple(Declarations[0].Member);
}
