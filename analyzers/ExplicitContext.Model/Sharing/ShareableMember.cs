using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Sharing;

/// <summary>A piece of an instance's storage: a field, an auto-property, or a primary-constructor parameter that members use.</summary>
/// <param name="Symbol">What the source declares.</param>
/// <param name="Type">Its type.</param>
/// <param name="Passage">How its values cross.</param>
/// <param name="CanBeAssigned">Whether it can change after construction.</param>
public sealed record ShareableMember(ISymbol Symbol, ITypeSymbol Type, Passage Passage, bool CanBeAssigned)
{
    /// <summary>The field's name in metadata where no source can name it, else null.</summary>
    public string? HiddenField => Symbol switch
    {
        IPropertySymbol => $"<{Symbol.Name}>k__BackingField",
        IParameterSymbol => $"<{Symbol.Name}>P",
        _ => null,
    };
}
