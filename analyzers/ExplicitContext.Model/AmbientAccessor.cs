using ExplicitContext.Model.Configuration;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model;

/// <summary>A static member that yields a context, or a piece of its state, to someone who was not handed it.</summary>
/// <param name="Symbol">The member, as it is defined.</param>
/// <param name="ContextType">The context type that it yields, or null where it yields a piece of state.</param>
/// <param name="ReplacedBy">The expression that replaces a read, from a conventional parameter name on; null where the context itself does.</param>
public sealed record AmbientAccessor(ISymbol Symbol, ContextType? ContextType, string? ReplacedBy)
{
    /// <summary>The method by which a context becomes the ambient one for a while, as it was declared: a name or a documentation ID; null where none is known.</summary>
    public string? EnteredBy { get; init; }

    /// <summary>How strictly uses are held, wherever they stand; null where that depends on the place.</summary>
    public Level? Level { get; init; }

    /// <summary>Whether uses are counted where they stand, and nobody is held to anything because of them.</summary>
    public bool IsCountedOnly => Level is { } level && level <= Configuration.Level.Inventory;

    /// <summary>What to do instead, after the message of the rule; null where nobody says.</summary>
    public string? Message { get; init; }

    /// <summary>The conventional parameter name that <see cref="ReplacedBy"/> begins with.</summary>
    public string? ReplacementRoot => ReplacedBy?.Split('.', '?', '[', '(')[0].Trim();

    /// <summary>Whether anything is known that could stand where the accessor is read.</summary>
    public bool HasReplacement => ReplacedBy is not null || ContextType is not null;

    /// <summary>Tells whether a context of this type can replace a read.</summary>
    public bool IsReplacedBy(ContextType context) =>
        ReplacedBy is not null
            ? context.ParameterName == ReplacementRoot
            : ContextType is not null && SymbolEqualityComparer.Default.Equals(context.Type, ContextType.Type);

    /// <summary>The text that replaces a read, given an expression for the context.</summary>
    public string ReplacementFor(string contextExpression) =>
        ReplacedBy is null ? contextExpression : contextExpression + ReplacedBy.Trim().Substring(ReplacementRoot!.Length);

    /// <summary>The accessor as a message names it: <c>Engine.Current</c>, <c>new Engine</c>.</summary>
    public string DisplayName { get; } = Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
        ? "new " + Symbol.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)
        : Symbol.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "." + Symbol.Name;
}
