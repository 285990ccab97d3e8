using Mono.Cecil;

namespace ExplicitContext.Oracle.Tests.Il;

/// <summary>What is known of a value on the evaluation stack.</summary>
/// <param name="Type">Its type at least; null where nothing is known.</param>
/// <param name="IsExact">Whether it was made just there, so that it is of no derived type.</param>
internal readonly record struct IlSlot(TypeReference? Type, bool IsExact = false)
{
    /// <summary>What is known of a value that comes from one of two places.</summary>
    public IlSlot Join(IlSlot other)
    {
        if (Type is null || other.Type is null)
            return default;
        if (Type.FullName == other.Type.FullName)
            return new(Type, IsExact && other.IsExact);
        if (Type.MetadataType == MetadataType.Void)
            return other;
        if (other.Type.MetadataType == MetadataType.Void)
            return this;
        var (one, two) = (Type, other.Type);
        return IlTypes.SelfAndAbove(one).Any(above => above.FullName == two.FullName) ? new(two)
            : IlTypes.SelfAndAbove(two).Any(above => above.FullName == one.FullName) ? new(one)
            : default;
    }
}
