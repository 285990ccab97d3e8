using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>Which object a lock is, as far as its expression tells.</summary>
/// <param name="Symbol">The member, variable or type (for <c>this</c>) that the expression ends with; null where it is something else.</param>
/// <param name="Text">The whole expression in a form of its own, <c>this.sync</c>; null where a part of it is computed.</param>
internal sealed record LockPath(ISymbol? Symbol, string? Text)
{
    private const string This = "this";

    /// <summary>Whether it is a field or property.</summary>
    public bool IsMember => Symbol is IFieldSymbol or IPropertySymbol;

    /// <summary>The lock as a message names it.</summary>
    public string DisplayName => IsMember && Symbol is { ContainingType: { } type } ? $"{type.Name}.{Symbol.Name}" : Text ?? "?";

    /// <summary>The object that a type's own instance is.</summary>
    public static LockPath OfThis(INamedTypeSymbol type) => new(type.OriginalDefinition, This);

    /// <summary>The path of an expression.</summary>
    /// <param name="expression">The expression; null for nothing.</param>
    /// <param name="captured">What the graph keeps aside.</param>
    public static LockPath Of(IOperation? expression, IReadOnlyDictionary<CaptureId, IOperation> captured) => expression switch
    {
        IConversionOperation conversion => Of(conversion.Operand, captured),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand, captured),
        IFlowCaptureReferenceOperation reference when captured.TryGetValue(reference.Id, out var value) => Of(value, captured),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: INamedTypeSymbol type } => OfThis(type),
        ILocalReferenceOperation { Local: var local } => new(local, local.Name),
        IParameterReferenceOperation { Parameter: var parameter } => new(parameter, parameter.Name),
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference => Of(reference.Instance, captured).Member(reference.Member),
        _ => new(null, null),
    };

    /// <summary>The path of a member of what this path leads to.</summary>
    public LockPath Member(ISymbol member)
    {
        var definition = member.OriginalDefinition;
        var owner = member.IsStatic ? definition.ContainingType.ToDisplayString() : Text;
        return new(definition, owner is null ? null : $"{owner}.{member.Name}");
    }

    /// <summary>Whether holding this lock is, or may be, holding the other one.</summary>
    public bool MayBe(LockPath wanted) =>
        Symbol is ILocalSymbol
        || (Text is not null && wanted.Text is not null ? Text == wanted.Text : Symbol is not null && SymbolEqualityComparer.Default.Equals(Symbol, wanted.Symbol));
}
