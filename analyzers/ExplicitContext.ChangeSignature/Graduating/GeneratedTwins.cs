using ExplicitContext.Model;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>All overloads that the generator has added to a compilation, by the members that they stand beside.</summary>
internal sealed class GeneratedTwins
{
    private readonly Dictionary<IMethodSymbol, IMethodSymbol> legacies = new(SymbolEqualityComparer.Default);
    private readonly ContextModel contexts;

    public GeneratedTwins(ContextModel contexts, CancellationToken cancellationToken)
    {
        this.contexts = contexts;
        foreach (var type in SourceTypes.Of(contexts.Compilation.Assembly).Where(type => GeneratedOverloads.IsGenerated(ExtensionBlocks.IsBlock(type) ? type.ContainingType : type)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var legacy in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (Of(legacy) is var (overload, _))
                    legacies[overload] = legacy;
            }
        }
    }

    /// <summary>The legacy members that have one.</summary>
    public IEnumerable<IMethodSymbol> Legacies => legacies.Values;

    /// <summary>The overload of a method, constructor or accessor, with the context that it takes.</summary>
    public (IMethodSymbol Overload, ContextType Context)? Of(IMethodSymbol legacy) => GeneratedOverloads.Of(legacy, contexts);

    /// <summary>The member that an overload was generated for; null where it was not.</summary>
    public IMethodSymbol? LegacyOf(IMethodSymbol overload) =>
        legacies.TryGetValue(ExtensionBlocks.Written((overload.ReducedFrom ?? overload).OriginalDefinition), out var legacy) ? legacy : null;

    /// <summary>A generated member of this project that no legacy member is known for, so that nothing would be left of it; null where there is none.</summary>
    public IMethodSymbol? UnknownIn(IEnumerable<IMethodSymbol> members) => members.FirstOrDefault(member =>
        SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, contexts.Compilation.Assembly) && GeneratedOverloads.IsGenerated(member) && member is { MethodKind: MethodKind.Ordinary or MethodKind.Constructor, ExplicitInterfaceImplementations.IsEmpty: true } && LegacyOf(member) is null);

    /// <summary>The generated implementations of an interface's overload that call one of a class.</summary>
    public static IEnumerable<IMethodSymbol> BridgesTo(IMethodSymbol overload) =>
        from member in overload.ContainingType.GetMembers().OfType<IMethodSymbol>()
        where !SymbolEqualityComparer.Default.Equals(member, overload) && GeneratedOverloads.IsGenerated(member)
        where member.ExplicitInterfaceImplementations.Any(declared => declared.Name == overload.Name)
        where member.Arity == overload.Arity && member.Parameters.Length == overload.Parameters.Length
        where OverloadShape.InTermsOf(overload, member).Parameters.Zip(overload.Parameters, (one, other) => SymbolEqualityComparer.Default.Equals(one.Type, other.Type)).All(same => same)
        select member;

    /// <summary>What must look like an overload: what it overrides or implements, and what does that to it.</summary>
    public IEnumerable<IMethodSymbol> RelativesOf(IMethodSymbol overload) => legacies.Keys.Where(other => IsBelow(other, overload) || IsBelow(overload, other));

    private static bool IsBelow(IMethodSymbol lower, IMethodSymbol upper)
    {
        if (upper.ContainingType.TypeKind == TypeKind.Interface)
        {
            return lower.ContainingType.AllInterfaces.Any(implemented =>
                SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, upper.ContainingType)
                && implemented.GetMembers(upper.Name).Any(member =>
                    SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, upper)
                    && SymbolEqualityComparer.Default.Equals(lower.ContainingType.FindImplementationForInterfaceMember(member)?.OriginalDefinition, lower)));
        }

        for (var overridden = lower.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, upper))
                return true;
        }

        return false;
    }
}
