using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Ambient;

/// <summary>
/// Finds static members that are ambient accessors without being declared as such, because all they do is forward to one: <c>static Driver Driver => Application.Driver;</c>. Only
/// members of the compilation itself are looked at, since only they show their bodies, in an editor and in a build alike. Safe for concurrent use.
/// </summary>
internal sealed class AmbientForwarders(ContextModel contexts)
{
    private const int LongestChain = 8;
    private readonly ConcurrentDictionary<ISymbol, AmbientForwarder?> known = new(SymbolEqualityComparer.Default);

    /// <summary>What a member forwards to, or null where it does not, or is declared an accessor itself.</summary>
    public AmbientForwarder? Find(ISymbol member) => known.GetOrAdd(member, candidate => Find(candidate, 0));

    // Each answer depends on the member alone, and not on who asked before; so what is found on the way is not remembered.
    private AmbientForwarder? Find(ISymbol member, int length)
    {
        if (length == LongestChain || contexts.GetAmbientAccessor(member) is not null || ForwardedValue.Of(member) is not { } value)
        {
            return null;
        }

        var model = contexts.Compilation.GetSemanticModel(value.SyntaxTree);
        var trail = "";
        while (model.GetSymbolInfo(value).Symbol is { } symbol)
        {
            if (symbol.IsStatic)
            {
                return trail.Length > 0 && !YieldsPiece(member) ? null
                    : contexts.GetAmbientAccessor(symbol) is { } accessor ? Create(member, accessor, accessor, trail)
                    : IsCandidate(symbol) && Find(symbol, length + 1) is { } forwarder ? Create(member, forwarder.Accessor, forwarder.Target, trail)
                    : null;
            }

            if (value is not MemberAccessExpressionSyntax access || symbol is not (IFieldSymbol or IPropertySymbol))
            {
                return null;
            }

            trail = "." + access.Name + trail;
            value = ForwardedValue.Unwrapped(access.Expression);
        }

        return null;
    }

    // A property that hands out an object of the context is a way to it; a method, or a number that is read off, is an ordinary member that reaches the ambient.
    private static bool YieldsPiece(ISymbol member) => member is IPropertySymbol { Type: { IsReferenceType: true, SpecialType: SpecialType.None } };

    /// <summary>Whether a member could be a forwarder at all.</summary>
    public bool IsCandidate(ISymbol member) =>
        member is { IsStatic: true } and (IPropertySymbol { IsIndexer: false } or IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: true, Arity: 0, ReturnsVoid: false })
        && SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, contexts.Compilation.Assembly);

    private AmbientForwarder Create(ISymbol member, AmbientAccessor read, AmbientAccessor target, string trail)
    {
        var root = read.ReplacedBy ?? read.ContextType?.ParameterName;
        var accessor = trail.Length == 0
            ? new AmbientAccessor(member, read.ContextType, read.ReplacedBy)
            : new AmbientAccessor(member, contexts.GetContextType((member as IPropertySymbol)?.Type), root is null ? null : root + trail);
        return new(accessor with { Level = target.Level, Message = target.Message }, target);
    }
}
